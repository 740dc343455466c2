import type { ListField, ResponseDescriptor } from "@ldusage/types/catalog";
import { logOf } from "../account/event-array-log.ts";
import type { Dimension, EventDay } from "../account/usage-log.ts";
import { type AnswerSwitches, defaultAnswerSwitches } from "./answer-switches.ts";
import { selectEvents } from "./select-events.ts";
import type { SimulatedCall } from "./simulated-call.ts";

const dayMs = 86_400_000;

/** Derives a list response from the event log: every name that occurs in the time asked for, once, in order. */
export function answerList(
  call: SimulatedCall,
  response: ResponseDescriptor & { kind: "list" },
  switches: Pick<AnswerSwitches, "lateData" | "primaryKindSwitch"> = defaultAnswerSwitches,
): object {
  const { fromMs, nowMs } = call;
  const toMs = Math.min(call.toMs, nowMs);
  const log = logOf(call.events);
  const fields = fieldsOf(response.items);
  const dimensions = fields.map(({ dimension }) => log.dimension(dimension));
  const select = selectEvents(call, log, switches);
  const found = new Map<string, unknown>();
  for (const day of log.days(fromMs, toMs)) {
    const marks = select(day);
    rejectOutside(marks, day, fromMs, toMs);
    for (const texts of combinationsOf(day, marks, dimensions)) {
      const item = itemOf(texts, response.items);
      found.set(JSON.stringify(item), item);
    }
  }
  const sorted = [...found].sort(([left], [right]) => (left < right ? -1 : 1)).map(([, item]) => item);
  return { _links: {}, [response.property]: sorted };
}

function fieldsOf(items: string | readonly ListField[]): readonly ListField[] {
  return typeof items === "string" ? [{ name: "", dimension: items }] : items;
}

function itemOf(texts: readonly string[], items: string | readonly ListField[]): unknown {
  if (typeof items === "string") return texts[0];
  return Object.fromEntries(items.map(({ name }, index) => [name, texts[index]]));
}

function rejectOutside(marks: Int32Array, day: EventDay, fromMs: number, toMs: number): void {
  if (day.startMs >= fromMs && day.startMs + dayMs <= toMs) return;
  day.timesMs().forEach((timeMs, position) => {
    if (timeMs < fromMs || timeMs >= toMs) marks[position] = -1;
  });
}

/** The combinations of values that occur in a day, as texts, each once. */
function combinationsOf(day: EventDay, marks: Int32Array, dimensions: readonly Dimension[]): string[][] {
  const columns = dimensions.map((dimension) => day.codes(dimension));
  const seen = new Map<number, number>();
  for (let position = 0; position < marks.length; position += 1) {
    if (marks[position] !== 0) continue;
    let key = 0;
    for (let index = 0; index < columns.length; index += 1)
      key = key * (dimensions[index]?.values.length ?? 1) + (columns[index]?.[position] ?? 0);
    if (!seen.has(key)) seen.set(key, position);
  }
  return [...seen.values()].map((position) =>
    dimensions.map(({ values }, index) => String(values[columns[index]?.[position] ?? 0] ?? "Unknown")),
  );
}
