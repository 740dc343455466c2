import type { Dimension, EventDay, UsageLog } from "../account/usage-log.ts";
import type { AnswerSwitches } from "./answer-switches.ts";
import { lateEvents } from "./late-events.ts";
import { primaryKindsOf } from "./primary-kinds.ts";
import type { SimulatedCall } from "./simulated-call.ts";

/** Marks the events of a day: 0 where an event counts, -1 where it does not. */
export type Selection = (day: EventDay) => Int32Array;

/** The events that an operation counts, given its filters, whatever their time. */
export function selectEvents(
  call: SimulatedCall,
  log: UsageLog,
  switches: Pick<AnswerSwitches, "lateData" | "primaryKindSwitch">,
): Selection {
  const { sdkSide, contextKinds } = call.operation.population;
  const rules = filtersOf(call, log);
  if (sdkSide !== "any") rules.push(oneOf(log.dimension("sdk-type"), [sdkSide]));
  const primaryKinds =
    contextKinds === "primary" ? primaryKindsOf(log, call.nowMs, switches.primaryKindSwitch) : undefined;
  const late = lateEvents(call.nowMs, switches.lateData);
  return (day) => {
    const marks = new Int32Array(day.length);
    for (const { dimension, accepts } of rules) reject(marks, day.codes(dimension), accepts);
    if (primaryKinds !== undefined) rejectZeros(marks, primaryKinds(day));
    late(day, marks);
    return marks;
  };
}

interface Rule {
  readonly dimension: Dimension;
  /** 1 for each code that counts. */
  readonly accepts: Uint8Array;
}

function filtersOf({ operation, values }: SimulatedCall, log: UsageLog): Rule[] {
  return operation.parameters.flatMap(({ role, dimension, name, default: fallback, values: listed }) => {
    const wanted = values.get(name) ?? (fallback === undefined ? undefined : [fallback]);
    if (role !== "filter" || dimension === undefined || wanted === undefined) return [];
    return [oneOf(log.dimension(dimension, listed), wanted)];
  });
}

function oneOf(dimension: Dimension, wanted: readonly string[]): Rule {
  const texts = new Set(wanted);
  return {
    dimension,
    accepts: Uint8Array.from(dimension.values, (value) => (texts.has(String(value)) ? 1 : 0)),
  };
}

function reject(marks: Int32Array, codes: Uint16Array | Uint32Array, accepts: Uint8Array): void {
  for (let position = 0; position < marks.length; position += 1) {
    if (accepts[codes[position] ?? 0] !== 1) marks[position] = -1;
  }
}

function rejectZeros(marks: Int32Array, counts: Uint8Array): void {
  for (let position = 0; position < marks.length; position += 1) {
    if (counts[position] !== 1) marks[position] = -1;
  }
}
