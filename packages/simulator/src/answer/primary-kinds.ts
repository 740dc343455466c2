import { nextUtcMonthStartMs, utcMonthStartMs } from "@ldusage/types/time";
import type { EventDay, UsageLog } from "../account/usage-log.ts";
import type { AnswerSwitches } from "./answer-switches.ts";

/** Says of each event of a day whether its context has the primary kind: 1, else 0. */
export type PrimaryKinds = (day: EventDay) => Uint8Array;

/** The primary kind at a time. Once it has changed, the running month counts another kind, and past months do not. */
export function primaryKindsOf(
  log: UsageLog,
  nowMs: number,
  change: AnswerSwitches["primaryKindSwitch"],
): PrimaryKinds {
  const monthMs = utcMonthStartMs(nowMs);
  if (change === undefined || new Date(nowMs).getUTCDate() < change.day) return (day) => day.primaryKinds();
  const kinds = log.dimension("context-kind");
  const code = mostFrequentOther(log, monthMs, nowMs);
  return (day) =>
    day.startMs < monthMs || day.startMs >= nextUtcMonthStartMs(nowMs)
      ? day.primaryKinds()
      : Uint8Array.from(day.codes(kinds), (kind) => (kind === code ? 1 : 0));
}

/** Code of the kind with most activity in a range, of those that are not primary; -1 where there is none. */
function mostFrequentOther(log: UsageLog, fromMs: number, toMs: number): number {
  const kinds = log.dimension("context-kind");
  const counts = new Float64Array(kinds.values.length);
  for (const day of log.days(fromMs, toMs)) {
    const primary = day.primaryKinds();
    day.codes(kinds).forEach((kind, position) => {
      if (primary[position] === 0) counts[kind] = (counts[kind] ?? 0) + 1;
    });
  }
  const most = counts.reduce((highest, count) => Math.max(highest, count), 0);
  return most === 0 ? -1 : counts.indexOf(most);
}
