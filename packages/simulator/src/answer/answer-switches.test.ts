import { describe, expect, test } from "vitest";
import type { AttributeValue, UsageEvent } from "../account/usage-event.ts";
import { createSimulator } from "../create-simulator.ts";
import type { Switches } from "../simulator-options.ts";

const headers = { Authorization: "api-test", "LD-API-Version": "beta" };
const defaultNowMs = Date.UTC(2026, 0, 10, 12);

interface Answer {
  readonly metadata: Record<string, unknown>[];
  readonly series: Record<string, number>[];
  readonly totalEvaluations?: number;
}

const at = (
  timeMs: number,
  contextKey: string,
  attributes: Record<string, AttributeValue> = {},
): UsageEvent => ({
  timeMs,
  contextKey,
  isPrimaryKind: true,
  attributes: new Map(Object.entries({ "sdk-type": "client", "context-kind": "user", ...attributes })),
});
const on = (day: number, contextKey: string, attributes: Record<string, AttributeValue> = {}): UsageEvent =>
  at(Date.UTC(2026, 0, day, 11), contextKey, attributes);

type Asking = Partial<Switches> & { readonly nowMs?: number };

async function ask(events: readonly UsageEvent[], path: string, asking: Asking = {}): Promise<Answer> {
  const { nowMs = defaultNowMs, ...switches } = asking;
  const simulator = createSimulator({ events, nowMs, switches: { groupOrder: "stable", ...switches } });
  const response = await simulator.fetch(new Request(`http://x/api/v2/usage/${path}`, { headers }));
  expect(response.status).toBe(200);
  return response.json();
}

const day = (number: number): number => Date.UTC(2026, 0, number);
const time = (number: number): { time: number } => ({ time: day(number) });
const values = ({ series }: Answer): (number | undefined)[] => series.map((point) => point["0"]);

describe("a group without usage on a day, and a day without any", () => {
  const events = [
    on(1, "1", { "sdk-name": "Go" }),
    on(3, "2", { "sdk-name": "iOS" }),
    on(3, "3", { "sdk-name": "Go" }),
  ];
  const path = `total-mau?groupBy=sdkName&aggregationType=incremental&from=${day(1)}&to=${day(4)}`;
  test.each<[string, Partial<Switches>, object[]]>([
    [
      "are left out",
      {},
      [
        { "0": 1, ...time(1) },
        { "0": 1, "1": 1, ...time(3) },
      ],
    ],
    [
      "are zeros where something happened",
      { missing: "zero" },
      [
        { "0": 1, "1": 0, ...time(1) },
        { "0": 1, "1": 1, ...time(3) },
      ],
    ],
    [
      "are a time alone",
      { emptyBuckets: "keep" },
      [{ "0": 1, ...time(1) }, time(2), { "0": 1, "1": 1, ...time(3) }],
    ],
    [
      "are zeros everywhere",
      { emptyBuckets: "keep", missing: "zero" },
      [
        { "0": 1, "1": 0, ...time(1) },
        { "0": 0, "1": 0, ...time(2) },
        { "0": 1, "1": 1, ...time(3) },
      ],
    ],
  ])("%s", async (_case, switches, series) => {
    expect((await ask(events, path, switches)).series).toEqual(series);
  });

  test("empty days reach back to the first day of the account, wherever the range starts", async () => {
    const since = `mau?aggregationType=daily_incremental&from=0&to=${day(4)}`;
    expect((await ask(events, since, { emptyBuckets: "keep" })).series.map((point) => point["time"])).toEqual(
      [1, 2, 3].map(day),
    );
  });
});

test("the kind of context is in the metadata of breakdowns, or kinds are counted together", async () => {
  const events = [
    on(1, "1", { "sdk-name": "Go" }),
    on(1, "2", { "sdk-name": "Go", "context-kind": "device" }),
  ];
  const path = `total-contexts?groupBy=sdkName&from=${day(1)}&to=${day(2)}`;
  expect(await ask(events, path)).toMatchObject({
    metadata: [
      { sdkName: "Go", contextKind: "device" },
      { sdkName: "Go", contextKind: "user" },
    ],
    series: [{ "0": 1, "1": 1 }],
  });
  expect(await ask(events, path, { contextKindInMetadata: false })).toMatchObject({
    metadata: [{ sdkName: "Go" }],
    series: [{ "0": 2 }],
  });
});

describe("the running day", () => {
  const events = [on(9, "1"), on(10, "2")];
  test.each([
    ["of a month-to-date series is 0", `total-mau?from=${day(9)}`, [1, 0]],
    ["of increments is not", `total-mau?aggregationType=incremental&from=${day(9)}`, [1, 1]],
    ["is not what ends a past range", `total-mau?from=${day(9)}&to=${day(10)}`, [1]],
    ["is no month", `total-mau?granularity=monthly&from=${day(9)}`, [2]],
  ])("%s", async (_case, path, expected) => {
    expect(values(await ask(events, path, { lastDayZero: true }))).toEqual(expected);
  });

  test("is the month so far without the switch, and a whole day is never 0", async () => {
    expect(values(await ask(events, `total-mau?from=${day(9)}`))).toEqual([1, 2]);
    expect(
      values(await ask(events, `total-mau?from=${day(9)}`, { lastDayZero: true, nowMs: day(11) })),
    ).toEqual([1, 2]);
  });
});

test("the breakdown of an operation comes back as one entry, that of others does not", async () => {
  const events = [on(1, "1", { "sdk-name": "Go" }), on(1, "2", { "sdk-name": "iOS" })];
  const range = `groupBy=sdkName&from=${day(1)}&to=${day(2)}`;
  const switches = { groupCollapse: ["getMAUClientsideUsage"] };
  expect(await ask(events, `clientside-mau?${range}`, switches)).toMatchObject({
    metadata: [{}],
    series: [{ "0": 2 }],
  });
  expect((await ask(events, `total-mau?${range}`, switches)).metadata).toHaveLength(2);
});

describe("late data", () => {
  // Two hundred keys a day.
  const events = Array.from({ length: 2000 }, (_, index) => on(1 + Math.floor(index / 200), `key-${index}`));
  const path = `total-mau?aggregationType=incremental&from=${day(1)}`;

  test("is part of what it will be, and the rest is as it was", async () => {
    const late = values(await ask(events, path, { lateData: { days: 2, factor: 0.5 } }));
    expect(late.slice(0, 7)).toEqual(Array.from({ length: 7 }, () => 200));
    // The last two days of 24 hours begin at noon of the 8th, an hour after its events.
    expect(late[7]).toBe(200);
    for (const value of late.slice(8)) expect(Math.abs((value ?? 0) - 100)).toBeLessThan(30);
    expect(late).toHaveLength(10);
  });

  test("comes in when its time has passed, and the same part is late each time", async () => {
    const lateData = { days: 2, factor: 0.5 };
    expect(await ask(events, path, { lateData })).toEqual(await ask(events, path, { lateData }));
    expect(values(await ask(events, path, { lateData, nowMs: day(20) }))).toEqual(
      Array.from({ length: 10 }, () => 200),
    );
    expect(values(await ask(events, path, { lateData: { days: 2, factor: 1 } }))).toHaveLength(10);
    expect(values(await ask(events, path, { lateData: { days: 2, factor: 0 } }))).toHaveLength(8);
  });
});

describe("the primary kind", () => {
  const device = (number: number, key: string): UsageEvent => ({
    ...on(number, key, { "context-kind": "device" }),
    isPrimaryKind: false,
  });
  const december = at(Date.UTC(2025, 11, 31, 11), "old");
  const events = [december, on(1, "1"), on(2, "2"), device(2, "3"), on(3, "4")];
  const path = `total-mau?from=${Date.UTC(2025, 11, 31)}&to=${day(4)}`;

  test("changes for the whole running month on that day, and past months stay", async () => {
    const primaryKindSwitch = { day: 10 };
    expect(values(await ask(events, path, { nowMs: day(10) - 1, primaryKindSwitch }))).toEqual([1, 1, 2, 3]);
    expect(values(await ask(events, path, { nowMs: day(10), primaryKindSwitch }))).toEqual([1, 1, 1]);
    const february = Date.UTC(2026, 1, 2);
    expect(values(await ask(events, path, { nowMs: february, primaryKindSwitch }))).toEqual([1, 1, 2, 3]);
  });

  test("does not matter where all kinds are counted, and leaves nothing where there is no other", async () => {
    const primaryKindSwitch = { day: 1 };
    const all = path.replace("total-mau", "total-contexts");
    expect(await ask(events, all, { primaryKindSwitch })).toEqual(await ask(events, all));
    expect(values(await ask([on(1, "1")], path, { primaryKindSwitch }))).toEqual([]);
  });
});

describe("granularity that cannot be chosen", () => {
  // Days long ago, and the last hours.
  const hourMs = 3_600_000;
  const long = `streams/client?from=${day(9)}&to=${day(10) + 12 * hourMs}`;
  const short = `streams/client?from=${day(3) + 10 * hourMs}&to=${day(3) + 12 * hourMs}`;
  const events = [on(3, "1"), on(9, "2"), on(10, "3")];
  test.each<["age" | "length", string, number[]]>([
    ["age", long, [day(9) + 11 * hourMs, day(10) + 11 * hourMs]],
    ["age", short, [day(3)]],
    ["length", long, [day(9), day(10)]],
    ["length", short, [day(3) + 11 * hourMs]],
  ])("goes by %s", async (granularityRule, path, times) => {
    const { series } = await ask(events, path, { granularityRule });
    expect(series.map((point) => point["time"])).toEqual(times);
  });
});

test("evaluations have a total of the window beside their series", async () => {
  const place = { "project-key": "p", "environment-key": "e", "feature-flag-key": "f" };
  const events = [1, 2, 3].map((number) =>
    on(number, String(number), { ...place, variation: number % 2 === 1 }),
  );
  const path = `evaluations/p/e/f?from=${day(1)}&to=${day(5)}`;
  const answer = await ask(events, path, { evaluationTotals: true });
  const sum = answer.series
    .flatMap(({ time: _time, ...point }) => Object.values(point))
    .reduce((total, value) => total + value, 0);
  expect(answer.metadata).toEqual([{ key: false }, { key: true }]);
  expect([answer.totalEvaluations, sum > 0]).toEqual([sum, true]);
  expect(await ask(events, path)).not.toHaveProperty("totalEvaluations");
  expect(await ask(events, "events/received", { evaluationTotals: true })).not.toHaveProperty(
    "totalEvaluations",
  );
});

test("service connections are minutes, or shares of 43,800 minutes", async () => {
  const hours = Array.from({ length: 24 }, (_, hour) => ({
    ...at(day(1) + hour * 3_600_000, "server", { "sdk-type": "server" }),
    connectedMinutes: 60,
  }));
  const path = `service-connections?aggregationType=incremental&from=${day(1)}&to=${day(2)}`;
  expect(values(await ask(hours, path))).toEqual([1440]);
  expect(values(await ask(hours, path, { serviceConnectionUnit: "connections" }))).toEqual([1440 / 43_800]);
});
