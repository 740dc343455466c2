import { logOf } from "../account/event-array-log.ts";
import type { UsageLog } from "../account/usage-log.ts";
import type { AnswerSwitches } from "./answer-switches.ts";
import { type CountedGroup, countSeries } from "./count-series.ts";
import type { SimulatedCall } from "./simulated-call.ts";
import type { Span } from "./windows.ts";

/** Values that are kept for a log: 8 bytes each. */
const mostValues = 1_000_000;
/** Counts that are kept for a log, however few values they have. */
const mostCounts = 2_000;

interface KeptCounts {
  readonly byQuestion: Map<string, readonly CountedGroup[]>;
  values: number;
}

const kept = new WeakMap<UsageLog, KeptCounts>();

/** The same as `countSeries`, without counting again what was counted of late. */
export function countOnce(
  call: SimulatedCall,
  buckets: readonly Span[],
  switches: AnswerSwitches,
): readonly CountedGroup[] {
  const log = logOf(call.events);
  const counts: KeptCounts = kept.get(log) ?? { byQuestion: new Map(), values: 0 };
  kept.set(log, counts);
  const question = questionOf(call, switches);
  const known = counts.byQuestion.get(question);
  const groups = known ?? countSeries(call, buckets, switches);
  if (known === undefined) counts.values += sizeOf(groups);
  counts.byQuestion.delete(question);
  counts.byQuestion.set(question, groups);
  for (const [oldest, old] of counts.byQuestion) {
    if (counts.values <= mostValues && counts.byQuestion.size <= mostCounts) break;
    counts.byQuestion.delete(oldest);
    counts.values -= sizeOf(old);
  }
  return groups;
}

/** Everything that a count depends on besides the log. The clock follows from the values. */
function questionOf(call: SimulatedCall, switches: AnswerSwitches): string {
  const { operation, values, fromMs, toMs, nowMs, granularity, aggregation, groups } = call;
  const named = [operation.operationId, [...values], aggregation?.value, groups.map(({ value }) => value)];
  return JSON.stringify([...named, fromMs, toMs, nowMs, granularity, switches]);
}

function sizeOf(groups: readonly CountedGroup[]): number {
  return groups.reduce((sum, { values }) => sum + values.length, 0);
}
