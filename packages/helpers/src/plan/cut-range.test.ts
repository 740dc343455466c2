import { catalog, type OperationDescriptor } from "@ldusage/types/catalog";
import { bucketClock } from "@ldusage/types/time";
import { expect, test } from "vitest";
import { cutRange } from "./cut-range.ts";
import type { PlanContext } from "./request-plan.ts";

const contextOf = (operation: Partial<OperationDescriptor>, days: number): PlanContext => ({
  operation: { ...catalog.getMAUTotalUsage, ...operation },
  range: { fromMs: Date.UTC(2025, 0, 10), toMs: Date.UTC(2025, 0, 10 + days) },
  nowMs: Date.UTC(2026, 0, 1),
  marginMs: 0,
  clock: bucketClock(),
});

test("an aggregation that nobody knows is not cut, and not extended", () => {
  const { pieces } = cutRange(contextOf({}, 100), "unknown", "daily");
  const range = { fromMs: Date.UTC(2025, 0, 10), toMs: Date.UTC(2025, 3, 20) };
  expect(pieces).toEqual([{ ask: range, keep: range, granularity: "daily" }]);
  expect(() => cutRange(contextOf({ maxRangeDays: 30 }, 100), "unknown", "daily")).toThrow(
    /one request may ask for 30 days, and it is not known where its points may be cut; ask for a shorter range/,
  );
});

test("a limit shorter than a month cannot be kept with month-to-date points", () => {
  expect(() => cutRange(contextOf({ maxRangeDays: 7 }, 100), "month-to-date", "daily")).toThrow(
    /one request may ask for 7 days, and it may be cut at a month only/,
  );
  expect(cutRange(contextOf({ maxRangeDays: 7 }, 100), "rolling", "daily").pieces).toHaveLength(15);
});

test("a measure that nobody knows is cut where distinct counts are", () => {
  const unknown = contextOf({ measure: "unknown", maxRangeDays: 60, additiveOverTime: "never" }, 100);
  expect(
    cutRange(unknown, "incremental", "daily").pieces.map(({ keep }) => new Date(keep.fromMs).getUTCDate()),
  ).toEqual([10, 1]);
});
