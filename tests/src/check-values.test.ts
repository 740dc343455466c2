// Values worked out by hand, each through the public packages alone.
import { createUsageClient } from "@ldusage/client";
import { collectSeries, pivot, planRequests, type SeriesTable, serviceConnections } from "@ldusage/helpers";
import { createSimulator, type SimulatorOptions, type UsageEvent } from "@ldusage/simulator";
import { epochMsOf } from "@ldusage/types/time";
import { expect, test } from "vitest";

const nowMs = Date.UTC(2026, 0, 10);
const range = { from: "2026-01-01", to: "2026-01-03" };

const event = (day: number, contextKey: string, attributes: Record<string, string> = {}): UsageEvent => ({
  timeMs: Date.UTC(2026, 0, day, 12),
  contextKey,
  isPrimaryKind: true,
  attributes: new Map(Object.entries({ "sdk-type": "client", ...attributes })),
});

const clientOf = (options: SimulatorOptions): ReturnType<typeof createUsageClient> =>
  createUsageClient({ accessToken: "api-test", fetch: createSimulator(options).fetch });

const values = ({ columns }: SeriesTable): number[][] => columns.map((column) => [...column.values]);

test("1. timestamps", () => {
  const read = (text: string): number => epochMsOf(text, { parameter: "time" });
  expect(read("2023-03-04T00:00:00Z")).toBe(1_677_888_000_000);
  expect([read("2022-07-01T17:00Z"), read("2022-07-15T17:00Z")]).toEqual([
    1_656_694_800_000, 1_657_904_400_000,
  ]);
});

test("2. a leap year is two pieces, a common year is one", () => {
  const pieces = (from: string, to: string): number =>
    planRequests("getMAUTotalUsage", { from, to }, { nowMs }).requests.length;
  expect([pieces("2024-01-01", "2025-01-01"), pieces("2023-01-01", "2024-01-01")]).toEqual([2, 1]);
});

test("3. keys {1, 2}, then {2, 3}: month-to-date and both readings of increments", async () => {
  const events = [event(1, "1"), event(1, "2"), event(2, "2"), event(2, "3")];
  const ask = (
    reading: "A" | "B",
    aggregationType: "month_to_date" | "incremental",
  ): Promise<SeriesTable> => {
    const usage = clientOf({ events, nowMs, switches: { incrementalDistinct: reading } });
    return collectSeries(usage, "getMAUTotalUsage", { ...range, aggregationType }, { nowMs });
  };
  expect(values(await ask("B", "month_to_date"))).toEqual([[2, 3]]);
  expect(values(await ask("A", "incremental"))).toEqual([[2, 1]]);
  expect(values(await ask("B", "incremental"))).toEqual([[2, 2]]);
});

test("4. projects {1, 2, 3} and {3, 4}: the account has 4, the groups add up to 5", async () => {
  const inProject = (project: string, keys: string[]): UsageEvent[] =>
    keys.map((key) => event(1, key, { "project-key": project }));
  const usage = clientOf({
    events: [...inProject("a", ["1", "2", "3"]), ...inProject("b", ["3", "4"])],
    nowMs,
  });
  const day = { from: "2026-01-01", to: "2026-01-02" };
  const account = await collectSeries(usage, "getMAUTotalUsage", day, { nowMs });
  const projects = await collectSeries(
    usage,
    "getMAUTotalUsage",
    { ...day, groupBy: "projectId" },
    { nowMs },
  );
  expect(values(account)).toEqual([[4]]);
  expect(values(projects).flat().sort()).toEqual([2, 3]);
  expect(() => pivot(projects, { index: "month", aggregate: "max" })).toThrow(/cannot be added over groups/);
});

test("5. experiments {1, 2} and {2}: three experimentation keys", async () => {
  const inExperiment = (experiment: string, keys: string[]): UsageEvent[] =>
    keys.map((key) => event(1, key, { "experiment-id": experiment }));
  const usage = clientOf({ events: [...inExperiment("x", ["1", "2"]), ...inExperiment("y", ["2"])], nowMs });
  const day = { from: "2026-01-01", to: "2026-01-02", groupBy: "experimentId" } as const;
  const table = await collectSeries(usage, "getExperimentationKeysUsage", day, { nowMs });
  expect(pivot(table, { index: "month", aggregate: "month-end" }).cells).toEqual([[3]]);
});

test("6. the cuts by age", () => {
  const now = { nowMs: Date.parse("2025-03-10T15:20Z") };
  const { requests } = planRequests(
    "getStreamUsage",
    { source: "server", from: "2025-02-20", tz: "UTC" },
    now,
  );
  expect(requests.map(({ keep, granularity }) => [granularity, new Date(keep.toMs).toISOString()])).toEqual([
    ["daily", "2025-03-09T00:00:00.000Z"],
    ["hourly", "2025-03-10T14:00:00.000Z"],
    ["minutely", "2025-03-10T15:20:00.000Z"],
  ]);
});

test("7. minutes as connections", () => {
  expect(serviceConnections(44_640, { unit: "minutes" })).toBeCloseTo(1.0192, 4);
  expect(serviceConnections(43_800, { unit: "minutes" })).toBe(1);
});

test("8. combinations that are refused before the call", async () => {
  const simulator = createSimulator({ events: [], nowMs });
  const usage = createUsageClient({ accessToken: "api-test", fetch: simulator.fetch });
  // The compiler refuses these as well; untyped callers get the error.
  const refused: object[] = [
    { environmentKey: "prod", projectKey: ["a", "b"] },
    { granularity: "monthly", aggregationType: "incremental" },
    { granularity: "monthly", aggregationType: "rolling_30d" },
    { granularity: "hourly" },
  ];
  for (const parameters of refused) {
    const result = await usage.request("getMAUTotalUsage", parameters);
    expect(result).toMatchObject({ ok: false, error: { name: "UsageInputError" } });
  }
  expect(simulator.requests).toEqual([]);
});

test("9. a range from 15 January to 10 March: points from its start, months by their maxima", async () => {
  const options = { seed: 4, nowMs: Date.parse("2025-04-01Z"), days: 120, contexts: 40 };
  // Wherever the server starts to count, January holds the whole month to date.
  for (const monthToDateAnchor of ["month", "range-start"] as const) {
    const usage = clientOf({ ...options, switches: { monthToDateAnchor } });
    const asked = { from: "2025-01-15", to: "2025-03-10" };
    const table = await collectSeries(usage, "getMAUClientsideUsage", asked, { nowMs: options.nowMs });
    expect([table.timeMs[0], table.timeMs.at(-1)]).toEqual([
      Date.parse("2025-01-15Z"),
      Date.parse("2025-03-09Z"),
    ]);
    const { rowLabels, cells } = pivot(table, { index: "month", aggregate: "month-end" });
    expect(rowLabels).toEqual(["2025-01", "2025-02", "2025-03"]);
    expect(cells.flat()).toEqual(
      ["2025-02-01", "2025-03-01", "2025-03-10"].map((end) =>
        usersBefore(createSimulator(options).events, end),
      ),
    );
  }
});

function usersBefore(events: readonly UsageEvent[], end: string): number {
  const endMs = Date.parse(`${end}Z`);
  const month = new Date(endMs - 1).toISOString().slice(0, 7);
  const seen = events.filter(
    ({ timeMs, isPrimaryKind, attributes }) =>
      isPrimaryKind &&
      attributes.get("sdk-type") === "client" &&
      timeMs < endMs &&
      new Date(timeMs).toISOString().startsWith(month),
  );
  return new Set(seen.map(({ contextKey }) => contextKey)).size;
}
