import { planRequests } from "@ldusage/helpers";
import { cutPlace } from "@ldusage/scripts/describe-facts";
import type { SeriesOperationId } from "@ldusage/types";
import { catalog, type OperationDescriptor, parameterWithRole } from "@ldusage/types/catalog";
import { utcDayStartMs, utcMonthStartMs } from "@ldusage/types/time";
import { expect, test } from "vitest";

const nowMs = Date.UTC(2026, 10, 15, 12);
const limited = Object.values(catalog).filter(
  (operation: OperationDescriptor) => operation.response.kind === "series" && operation.maxRangeDays !== null,
);
const questions = limited.flatMap((operation) =>
  operation.aggregations.map(({ value, kind }) => ({ operation, value, kind, id: operation.operationId })),
);

// The pages say where a range may be cut, and the helpers cut there.
test.each(questions)("$id is cut where its page says, as $value", ({ operation, value, kind }) => {
  const name = (role: "range-start" | "range-end" | "aggregation"): string =>
    parameterWithRole(operation, role)?.name ?? "";
  const parameters = {
    [name("range-start")]: "2023-01-15",
    [name("range-end")]: "2026-03-10",
    [name("aggregation")]: value,
  };
  // Every one of them gives series.
  const { requests } = planRequests(operation.operationId as SeriesOperationId, parameters, { nowMs });
  const cuts = requests.slice(1).map(({ ask }) => ask.fromMs);
  expect(cuts.length).toBeGreaterThan(2);
  const place = cutPlace(operation, kind);
  const startOf = place === "month" ? utcMonthStartMs : utcDayStartMs;
  expect(cuts.map(startOf)).toEqual(cuts);
  expect(cuts.every((cut) => utcMonthStartMs(cut) === cut)).toBe(place === "month");
});

test("there are operations of which that matters", () => {
  expect(new Set(questions.map(({ operation, kind }) => cutPlace(operation, kind)))).toEqual(
    new Set(["month", "day"]),
  );
});
