import type { Budget, Goal, Section } from "../report/section.ts";
import type { Growth } from "./fit-exponent.ts";
import type { OperationGrowth } from "./measure-growth.ts";
import { allocationLimits } from "./operations.ts";

type Cost = "time" | "allocated";

const promised = 1.15;
const names: Readonly<Record<Cost, string>> = { time: "processor time", allocated: "bytes allocated" };
/** Far from what a busy machine does to them, and from 2, where the square of a size is what counts. */
const limits: Readonly<Record<Cost, number>> = { time: 1.5, allocated: 1.25 };

/** Exponents, and what the largest sizes take, as a section of the results. */
export function describeGrowth(growths: readonly OperationGrowth[]): Section {
  return {
    title: "Growth with the number of series and of points",
    about: `Each size is twice the one before: 125 series and more at 90 times, 45 times and more of 250 series. Exponents are the slopes of straight lines through the sizes on logarithmic axes, by least squares, with their standard errors: 1 for what is in proportion, 2 for squares; less than 1 where a part does not depend on the size. Time is that of the processor, of the quickest run; bytes allocated are those of one run, whether or not they are garbage at its end. "many" has a group for each series.`,
    tables: [{ columns, rows: growths.map(describeOne) }],
    goals: [largest(growths, "time"), largest(growths, "allocated")],
    budgets: [...budgetsOf(growths, "time"), ...budgetsOf(growths, "allocated"), ...bytesBudgets(growths)],
  };
}

const columns = [
  "operation",
  "against",
  "exponent of time",
  "exponent of bytes",
  "ns for a value",
  "bytes for a value",
];

function describeOne({ operation, axis, time, allocated, cpuNs, allocatedBytes }: OperationGrowth): string[] {
  return [
    operation,
    axis,
    formatGrowth(time),
    formatGrowth(allocated),
    cpuNs.toFixed(1),
    allocatedBytes.toFixed(1),
  ];
}

function formatGrowth({ exponent, error }: Growth): string {
  return `${exponent.toFixed(2)} ± ${error.toFixed(2)}`;
}

/** Why operations may grow faster than their input, by their names. */
const explanations: Readonly<Record<string, string>> = {
  "rollup, many": "groups are sorted by their texts, n log n",
  "pivot, many": "groups are sorted by their texts, n log n",
  toRows:
    "an object for each value is copied by the collector once they are too many for the young generation; from there on, as before, time is in proportion",
  topN: "series are sorted by their values, n log n",
};

/** The goal for the operation that grows the most. One that is above it by no more than its standard error is not. */
function largest(growths: readonly OperationGrowth[], cost: Cost): Goal {
  const above = growths
    .filter((growth) => growth[cost].exponent - growth[cost].error > promised)
    .map(({ operation, axis, [cost]: growth }) => {
      const why = explanations[operation] ?? "not known yet";
      return `${operation} against ${axis} ${formatGrowth(growth)} (${why})`;
    });
  const exponents = growths.map((growth) => growth[cost].exponent);
  const goal: Goal = {
    name: `Growth of ${names[cost]}, largest exponent of all operations`,
    goal: `at most ${promised}, within its standard error`,
    measured: Math.max(...exponents).toFixed(2),
    isMet: above.length === 0,
  };
  return goal.isMet ? goal : { ...goal, reason: `above it are ${above.join("; ")}` };
}

function budgetsOf(growths: readonly OperationGrowth[], cost: Cost): Budget[] {
  const measured = Math.max(...growths.map((growth) => growth[cost].exponent));
  return [{ name: `growth of ${names[cost]}, largest exponent`, limit: limits[cost], measured }];
}

/** What each operation allocates for a value, against the axis that makes it the most. */
function bytesBudgets(growths: readonly OperationGrowth[]): Budget[] {
  return Object.entries(allocationLimits).map(([operation, limit]) => ({
    name: `${operation}, bytes allocated for a value`,
    limit,
    measured: Math.max(
      ...growths.filter((growth) => growth.operation === operation).map((growth) => growth.allocatedBytes),
    ),
  }));
}
