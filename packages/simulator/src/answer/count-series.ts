import { type GroupValue, service } from "@ldusage/types/catalog";
import { logOf } from "../account/event-array-log.ts";
import type { AttributeValue } from "../account/usage-event.ts";
import type { Dimension, EventDay, UsageLog } from "../account/usage-log.ts";
import type { AnswerSwitches } from "./answer-switches.ts";
import { createDistinctCounter } from "./count-distinct.ts";
import type { Counter } from "./counter.ts";
import { createGroupNumbers } from "./group-numbers.ts";
import { selectEvents } from "./select-events.ts";
import type { SimulatedCall } from "./simulated-call.ts";
import { createWeightCounter } from "./sum-weights.ts";
import { cellsOf, type TimeCells } from "./time-cells.ts";
import { planWindows, type Span } from "./windows.ts";

/** One series of an answer. */
export interface CountedGroup {
  readonly metadata: Readonly<Record<string, AttributeValue>>;
  /** Values in order of the buckets. */
  readonly values: Float64Array;
}

/** Counts what a call asks for, by group, in order of the groups' metadata. Groups without any value are left out. */
export function countSeries(
  call: SimulatedCall,
  buckets: readonly Span[],
  switches: AnswerSwitches,
): CountedGroup[] {
  const log = logOf(call.events);
  const plan = planWindows(call, buckets, switches);
  const cells = cellsOf(plan.windows);
  const groupNumbers = createGroupNumbers(call.groups, (group) => dimensionOf(call, log, group));
  const select = selectEvents(call, log, switches);
  const pairs = pairsOf(call, log);
  const counter = counterOf(call, log, cells, pairs);
  for (const day of log.days(cells.startMs, cells.endMs)) {
    const groups = select(day);
    const pairCodes = pairs === undefined ? undefined : day.codes(pairs);
    if (pairs !== undefined && pairCodes !== undefined) rejectNone(groups, pairs, pairCodes);
    groupNumbers.number(day, groups);
    counter.add({ day, groups, order: cells.orderOf(day), pairCodes });
  }
  return [...counter.finish()]
    .flatMap((counts, group) => {
      if (counts === undefined) return [];
      const values = inUnit(call, switches, plan.toPoints(counts));
      return values.some((value) => value !== 0)
        ? [{ metadata: groupNumbers.metadataOf(group), values }]
        : [];
    })
    .map((group) => ({ group, key: JSON.stringify(group.metadata) }))
    .sort((left, right) => (left.key < right.key ? -1 : 1))
    .map(({ group }) => group);
}

function dimensionOf({ operation }: SimulatedCall, log: UsageLog, { dimension }: GroupValue): Dimension {
  const listed = operation.parameters.find((parameter) => parameter.dimension === dimension)?.values;
  return log.dimension(dimension, listed);
}

/** The dimension that is the second half of what is counted. */
function pairsOf({ operation }: SimulatedCall, log: UsageLog): Dimension | undefined {
  const { measure, pairDimension } = operation;
  if (measure === "distinct" || measure === "gauge" || pairDimension === null) return undefined;
  return log.dimension(pairDimension);
}

function counterOf(
  { operation }: SimulatedCall,
  log: UsageLog,
  cells: TimeCells,
  pairs: Dimension | undefined,
): Counter {
  const { measure } = operation;
  const isDistinct = measure === "distinct" || measure === "gauge" || pairs !== undefined;
  return isDistinct
    ? createDistinctCounter(cells, log.contextCount, pairs?.values.length ?? 1)
    : createWeightCounter(cells, operation);
}

/** Leaves out the events that have no second half. */
function rejectNone(groups: Int32Array, { values }: Dimension, codes: ReturnType<EventDay["codes"]>): void {
  const none = values.indexOf(undefined);
  if (none < 0) return;
  for (let position = 0; position < groups.length; position += 1) {
    if (codes[position] === none) groups[position] = -1;
  }
}

function inUnit(
  { operation }: SimulatedCall,
  { serviceConnectionUnit }: AnswerSwitches,
  values: Float64Array,
): Float64Array {
  if (serviceConnectionUnit === "minutes" || operation.unit !== "minutes") return values;
  return values.map((minutes) => minutes / service.minutesPerServiceConnection);
}
