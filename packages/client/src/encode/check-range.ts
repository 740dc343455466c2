import { parameterWithRole, refuseParameter } from "@ldusage/types/runtime";
import type { ParameterCheck } from "./given-parameters.ts";

const dayMs = 86_400_000;

/** Refuses a range that ends before it starts, or that is longer than one request may ask for. */
export const checkRange: ParameterCheck = (operation, { startMs, endMs, nowMs }) => {
  if (startMs === undefined) return;
  const { maxRangeDays } = operation;
  const isReversed = endMs !== undefined && startMs > endMs;
  // Without an end the range goes on up to now.
  const lengthMs = (endMs ?? nowMs) - startMs;
  if (!isReversed && (maxRangeDays === null || lengthMs <= maxRangeDays * dayMs)) return;
  const start = parameterWithRole(operation, "range-start")?.name ?? "";
  const given = new Date(startMs).toISOString();
  const until = endMs === undefined ? "now" : new Date(endMs).toISOString();
  if (isReversed) {
    const end = parameterWithRole(operation, "range-end")?.name;
    throw refuseParameter(operation, start, given, `it is later than ${end} = ${until}`, "swap them");
  }
  const rule = `the range up to ${until} is longer than ${maxRangeDays} days`;
  const wayOut = "ask for less, or let collectSeries of @ldusage/helpers split the range";
  throw refuseParameter(operation, start, given, rule, wayOut);
};
