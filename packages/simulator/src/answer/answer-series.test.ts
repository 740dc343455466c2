import { describe, expect, test } from "vitest";
import { internalId } from "../account/attribute-of.ts";
import type { UsageEvent } from "../account/usage-event.ts";
import { createSimulator } from "../create-simulator.ts";
import type { Switches } from "../simulator-options.ts";

const headers = { Authorization: "api-test", "LD-API-Version": "beta" };
const nowMs = Date.UTC(2026, 0, 10);

const event = (day: number, contextKey: string, attributes: Record<string, string> = {}): UsageEvent => ({
  timeMs: Date.UTC(2026, 0, day, 12),
  contextKey,
  isPrimaryKind: true,
  attributes: new Map(Object.entries({ "sdk-type": "client", ...attributes })),
});

async function ask(events: UsageEvent[], path: string, switches: Partial<Switches> = {}): Promise<Answer> {
  const simulator = createSimulator({ events, nowMs, switches: { groupOrder: "stable", ...switches } });
  const response = await simulator.fetch(new Request(`http://x/api/v2/usage/${path}`, { headers }));
  return response.json();
}

interface Answer {
  readonly metadata: Record<string, unknown>[];
  readonly series: Record<string, number>[];
}

const values = ({ series }: Answer): (number | undefined)[] => series.map((point) => point["0"]);

describe("keys {1, 2} on the first day and {2, 3} on the second", () => {
  const events = [event(1, "1"), event(1, "2"), event(2, "2"), event(2, "3")];
  const days = `from=${Date.UTC(2026, 0, 1)}&to=${Date.UTC(2026, 0, 3)}`;

  test("month-to-date is 2, then 3", async () => {
    expect(values(await ask(events, `total-mau?${days}`))).toEqual([2, 3]);
  });

  test("increments are 2, 1 where they count new keys, and 2, 2 where they count active ones", async () => {
    const path = `total-mau?${days}&aggregationType=incremental`;
    expect(values(await ask(events, path, { incrementalDistinct: "A" }))).toEqual([2, 1]);
    expect(values(await ask(events, path, { incrementalDistinct: "B" }))).toEqual([2, 2]);
  });

  test("a range that starts on the second day counts from the first of the month, or from its own start", async () => {
    const path = `total-mau?from=${Date.UTC(2026, 0, 2)}&to=${Date.UTC(2026, 0, 3)}`;
    expect(values(await ask(events, path, { monthToDateAnchor: "month" }))).toEqual([3]);
    expect(values(await ask(events, path, { monthToDateAnchor: "range-start" }))).toEqual([2]);
  });
});

test("project A {1, 2, 3} and project B {3, 4}: the account has 4, the groups add up to 5", async () => {
  const events = [
    ...["1", "2", "3"].map((key) => event(1, key, { "project-key": "a" })),
    ...["3", "4"].map((key) => event(1, key, { "project-key": "b" })),
  ];
  const day = `from=${Date.UTC(2026, 0, 1)}&to=${Date.UTC(2026, 0, 2)}`;
  expect(values(await ask(events, `total-mau?${day}`))).toEqual([4]);
  const grouped = await ask(events, `total-mau?${day}&groupBy=projectId`);
  const [point] = grouped.series;
  const byProject = grouped.metadata.map(({ projectId }, index) => [projectId, point?.[index]]);
  // Metadata shows internal ids although the filter takes keys.
  expect(Object.fromEntries(byProject)).toEqual({
    [internalId("project-key", "a")]: 3,
    [internalId("project-key", "b")]: 2,
  });
  expect(values(await ask(events, `total-mau?${day}&projectKey=a`))).toEqual([3]);
});

test("experiment X {1, 2} and experiment Y {2} are three experimentation keys", async () => {
  const events = [
    ...["1", "2"].map((key) => event(1, key, { "experiment-id": "x" })),
    event(1, "2", { "experiment-id": "y" }),
    { ...event(1, "3"), attributes: new Map([["experiment-id", undefined]]) },
  ];
  const day = `from=${Date.UTC(2026, 0, 1)}&to=${Date.UTC(2026, 0, 2)}`;
  expect(values(await ask(events, `experimentation-keys?${day}`))).toEqual([3]);
});

test("grouped contexts always show the kind of context too", async () => {
  const events = [event(1, "1", { "context-kind": "user", "sdk-name": "Go" })];
  const day = `from=${Date.UTC(2026, 0, 1)}&to=${Date.UTC(2026, 0, 2)}`;
  expect((await ask(events, `total-contexts?${day}&groupBy=sdkName`)).metadata).toEqual([
    { sdkName: "Go", contextKind: "user" },
  ]);
  expect((await ask(events, `total-contexts?${day}`)).metadata).toEqual([{}]);
});

test("nothing happened: no metadata, no points", async () => {
  expect(await ask([], "total-mau")).toEqual({ _links: {}, metadata: [], series: [] });
});

test("a bucket that starts at the end of the range is part of the answer only with that switch", async () => {
  const events = [event(1, "1"), event(2, "1"), event(3, "1")];
  const days = `total-mau?from=${Date.UTC(2026, 0, 1)}&to=${Date.UTC(2026, 0, 3)}`;
  expect((await ask(events, days, { toInclusive: false })).series).toHaveLength(2);
  expect((await ask(events, days, { toInclusive: true })).series).toHaveLength(3);
});

test("the order of groups differs between calls, and the content does not", async () => {
  const simulator = createSimulator({ seed: 5, contexts: 20 });
  const answers: Answer[] = [];
  for (let call = 0; call < 8; call += 1) {
    const url = "http://x/api/v2/usage/total-mau?groupBy=sdkName&groupBy=sdkAppId";
    answers.push(await (await simulator.fetch(new Request(url, { headers }))).json());
  }
  const orders = new Set(answers.map(({ metadata }) => JSON.stringify(metadata)));
  expect(orders.size).toBeGreaterThan(1);
  const contents = answers.map(({ metadata, series }) =>
    series.map((point) => metadata.map((entry, index) => `${JSON.stringify(entry)}=${point[index]}`).sort()),
  );
  expect(new Set(contents.map((content) => JSON.stringify(content))).size).toBe(1);
});

describe("who is counted", () => {
  const simulator = createSimulator({ seed: 2, contexts: 60, switches: { groupOrder: "stable" } });
  const get = async (path: string): Promise<Answer> =>
    (await simulator.fetch(new Request(`http://x/api/v2/usage/${path}`, { headers }))).json();

  test("service connections are those of server-side SDKs", async () => {
    expect((await get("service-connections?groupBy=sdkType")).metadata).toEqual([{ sdkType: "server" }]);
  });

  test("no category of users exceeds all users", async () => {
    const [categories, users] = [await get("mau/bycategory"), await get("mau")];
    const all = new Map(users.series.map((point) => [point["time"], point["0"] ?? 0]));
    expect(categories.series.length).toBeGreaterThan(20);
    for (const { time, ...values } of categories.series) {
      for (const value of Object.values(values)) expect(value).toBeLessThanOrEqual(all.get(time) ?? 0);
    }
  });
});

describe("days of a time zone", () => {
  const usage = (timeMs: number): UsageEvent => ({
    timeMs,
    contextKey: String(timeMs),
    isPrimaryKind: true,
    attributes: new Map([["sdk-type", "client"]]),
  });
  // Around midnight of 5 January in Berlin, which is 23:00 UTC of the day before.
  const events = [
    usage(Date.UTC(2026, 0, 4, 22, 59)),
    usage(Date.UTC(2026, 0, 4, 23, 0)),
    usage(Date.UTC(2026, 0, 5, 12)),
  ];
  const range = `from=${Date.UTC(2026, 0, 1)}&to=${Date.UTC(2026, 0, 8)}`;

  test("decide what a daily point holds", async () => {
    const utc = await ask(events, `streams/client?${range}`);
    expect(utc.series).toEqual([
      { "0": 2, time: Date.UTC(2026, 0, 4) },
      { "0": 1, time: Date.UTC(2026, 0, 5) },
    ]);
    const berlin = await ask(events, `streams/client?${range}&tz=Europe/Berlin`);
    expect(berlin.series).toEqual([
      { "0": 1, time: Date.UTC(2026, 0, 3, 23) },
      { "0": 2, time: Date.UTC(2026, 0, 4, 23) },
    ]);
  });
});
