import { type Random, shuffled } from "../account/seeded-random.ts";
import type { AttributeValue } from "../account/usage-event.ts";
import type { AnswerSwitches } from "./answer-switches.ts";
import type { CountedGroup } from "./count-series.ts";
import { effectiveCall } from "./effective-call.ts";
import { countOnce } from "./kept-counts.ts";
import type { SimulatedCall } from "./simulated-call.ts";
import { bucketsOf, coverageOf, type Span } from "./windows.ts";

/** Body of a series response. */
export interface SeriesBody {
  readonly _links: object;
  readonly metadata: readonly Readonly<Record<string, AttributeValue>>[];
  readonly series: readonly Readonly<Record<string, number>>[];
  /** Everything in the window, beside evaluations where a switch says so. */
  readonly totalEvaluations?: number;
}

/** Derives a series response from the event log. */
export function answerSeries(asked: SimulatedCall, switches: AnswerSwitches, random: Random): SeriesBody {
  const call = effectiveCall(asked, switches);
  const buckets = bucketsOf(call, switches);
  const groups = countOnce(call, buckets, switches);
  const ordered = switches.groupOrder === "shuffled" ? shuffled(random, groups) : groups;
  const runningRow = switches.lastDayZero ? runningDay(call, buckets) : -1;
  const series = buckets.flatMap(({ startMs }, row) => {
    const isRunning = row === runningRow;
    const hasValue = ordered.some(({ values }) => values[row] !== 0);
    if (!hasValue && switches.emptyBuckets === "omit") return [];
    const isZeroShown = switches.missing === "zero" || isRunning;
    return [pointOf(ordered, row, startMs, { isZeroShown, isRunning })];
  });
  const hasTotal = switches.evaluationTotals && call.operation.unit === "evaluations";
  return {
    _links: {},
    metadata: ordered.map(({ metadata }) => metadata),
    series,
    ...(hasTotal && { totalEvaluations: totalOf(groups) }),
  };
}

function pointOf(
  groups: readonly CountedGroup[],
  row: number,
  startMs: number,
  { isZeroShown, isRunning }: { readonly isZeroShown: boolean; readonly isRunning: boolean },
): Record<string, number> {
  const point: Record<string, number> = {};
  groups.forEach(({ values }, index) => {
    const value = isRunning ? 0 : (values[row] ?? 0);
    if (value !== 0 || isZeroShown) point[index] = value;
  });
  point["time"] = startMs;
  return point;
}

/** Row of the day that is not over yet, in a month-to-date series by day; -1 where there is none. */
function runningDay(call: SimulatedCall, buckets: readonly Span[]): number {
  if (coverageOf(call) !== "month-to-date" || call.granularity !== "daily") return -1;
  const last = buckets.at(-1);
  if (last === undefined || call.clock.endMs(last.startMs, call.granularity) <= call.nowMs) return -1;
  return buckets.length - 1;
}

function totalOf(groups: readonly CountedGroup[]): number {
  return groups.reduce((sum, { values }) => values.reduce((total, value) => total + value, sum), 0);
}
