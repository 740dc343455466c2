import { parameterWithRole, refuseParameter } from "@ldusage/types/runtime";
import type { ParameterCheck } from "./given-parameters.ts";

const dayMs = 86_400_000;

/** Refuses a range that ends before it starts, or that is longer than one request may ask for. */
export const checkRange: ParameterCheck = (operation, { startMs, endMs, nowMs }) => {
  const start = parameterWithRole(operation, "range-start");
  if (start === undefined || startMs === undefined) return;
  const given = new Date(startMs).toISOString();
  // Without an end the range goes on up to now.
  const untilMs = endMs ?? nowMs;
  const until = endMs === undefined ? "now" : new Date(endMs).toISOString();
  if (endMs !== undefined && startMs > endMs) {
    const name = parameterWithRole(operation, "range-end")?.name;
    throw refuseParameter(operation, start.name, given, `it is later than ${name} = ${until}`, "swap them");
  }
  const { maxRangeDays } = operation;
  if (maxRangeDays === null || untilMs - startMs <= maxRangeDays * dayMs) return;
  throw refuseParameter(
    operation,
    start.name,
    given,
    `the range up to ${until} is longer than ${maxRangeDays} days`,
    "ask for less, or let collectSeries of @ldusage/helpers split the range",
  );
};
