import { catalog, type OperationDescriptor } from "@ldusage/types/catalog";
import { isUsageInputError } from "@ldusage/types/errors";
import { bucketClock } from "@ldusage/types/time";
import fc from "fast-check";
import { expect, test } from "vitest";
import { answerSeries } from "../answer/answer-series.ts";
import { type AnswerSwitches, defaultAnswerSwitches } from "../answer/answer-switches.ts";
import { logOf } from "./event-array-log.ts";
import { createAccountLog } from "./event-log.ts";
import type { UsageEvent } from "./usage-event.ts";
import { combinationsIn, logKnows } from "./usage-log.ts";

const dayMs = 86_400_000;
const nowMs = Date.UTC(2026, 10, 15, 12, 34, 56);
const operations: OperationDescriptor[] = Object.values(catalog);
const series = operations.filter(({ response }) => response.kind === "series");

test("answers from days that are made when asked for are those from the list of all events", () => {
  const switches: AnswerSwitches = {
    ...defaultAnswerSwitches,
    groupOrder: "stable",
    lateData: { days: 3, factor: 0.4 },
    primaryKindSwitch: { day: 3 },
  };
  const property = fc.property(
    fc.integer(),
    fc.constantFrom(...series),
    fc.constantFrom("hourly" as const, "daily" as const, "monthly" as const),
    fc.nat({ max: 40 * dayMs }),
    fc.nat({ max: 9 }),
    (seed, operation, granularity, agoMs, choice) => {
      const log = createAccountLog({ seed, nowMs, contexts: 110, days: 70 });
      const call = {
        operation,
        granularity,
        aggregation: operation.aggregations[choice % Math.max(1, operation.aggregations.length)],
        values: new Map(),
        fromMs: nowMs - agoMs,
        toMs: nowMs,
        nowMs,
        clock: bucketClock(),
        // Nobody has heard of planets.
        groups: [
          ...(operation.groupBy?.values.slice(0, 2) ?? []),
          { value: "planet", dimension: "planet", form: "key" as const },
        ],
      };
      const answer = (events: Parameters<typeof logOf>[0]): object =>
        answerSeries({ ...call, events }, switches, Math.random);
      expect(answer([...log.events])).toEqual(answer(log));
    },
  );
  fc.assert(property, { numRuns: 60 });
});

test("a day is the same whatever was asked before, and the log goes on after now", () => {
  const options = { seed: 5, nowMs, size: "small" } as const;
  const [asked, other] = [createAccountLog(options), createAccountLog(options)];
  for (const _day of asked.days(0, nowMs));
  const read = (log: typeof asked, fromMs: number): number[][] =>
    [...log.days(fromMs, fromMs + 1)].map((day) => [...day.contexts, ...day.timesMs()]);
  for (const fromMs of [nowMs - 300 * dayMs, nowMs, nowMs + 20 * dayMs]) {
    expect(read(other, fromMs)).toEqual(read(asked, fromMs));
    expect(read(other, fromMs)[0]?.length).toBeGreaterThan(100);
  }
});

test("the account grows, rests at weekends, sees keys again, in several projects, and takes up releases", () => {
  const log = createAccountLog({ seed: 2, nowMs, size: "small" });
  const active = [...log.days(0, nowMs)].map((day) => new Set(day.contexts).size);
  const sum = (numbers: readonly number[]): number => numbers.reduce((total, one) => total + one, 0);
  expect(active).toHaveLength(426);
  expect(sum(active.slice(-29, -1))).toBeGreaterThan(1.2 * sum(active.slice(0, 28)));
  const weekend = (_count: number, index: number): boolean =>
    [0, 6].includes(new Date(nowMs - (425 - index) * dayMs).getUTCDay());
  const week = active.slice(-57, -1);
  const isWeekend = active.map(weekend).slice(-57, -1);
  const weekendDays = week.filter((_count, index) => isWeekend[index]);
  expect(sum(weekendDays) / weekendDays.length).toBeLessThan(0.6 * (sum(week) / week.length));

  const projects = new Map<string, Set<unknown>>();
  for (const { contextKey, attributes } of log.events)
    projects.set(contextKey, (projects.get(contextKey) ?? new Set()).add(attributes.get("project-key")));
  const inSeveral = [...projects.values()].filter(({ size }) => size > 1).length;
  expect(inSeveral / projects.size).toBeGreaterThan(0.1);
  expect(log.events.length / projects.size).toBeGreaterThan(20);

  const versionsOf = (fromMs: number): number =>
    combinationsIn(log, ["sdk-version"], { fromMs, toMs: fromMs + dayMs }).length;
  expect(versionsOf(nowMs - dayMs)).toBeGreaterThan(1);
  const all = combinationsIn(log, ["sdk-version"], { fromMs: 0, toMs: nowMs });
  expect(all.length).toBeGreaterThan(versionsOf(nowMs - dayMs));
  expect(combinationsIn(log, ["sdk-app-id"], { fromMs: 0, toMs: nowMs })).toContainEqual(["Unknown"]);
});

test("attributes of an event are a map to read", () => {
  const [event] = createAccountLog({ seed: 1, nowMs, contexts: 20, days: 30 }).events;
  if (event === undefined) throw new Error("the log is empty");
  const { attributes } = event;
  const entries = [...attributes];
  expect([attributes.size, attributes.has("sdk-name"), attributes.has("planet")]).toEqual([
    entries.length,
    true,
    false,
  ]);
  expect([...attributes.keys()]).toEqual(entries.map(([dimension]) => dimension));
  expect([...attributes.values()]).toEqual(entries.map(([, value]) => value));
  const seen: unknown[] = [];
  attributes.forEach((value, dimension, map) => {
    seen.push([dimension, value, map === attributes]);
  });
  expect(seen).toEqual(entries.map((entry) => [...entry, true]));
  expect(attributes.get("planet")).toBe(undefined);
});

test("a list of a million contexts' events is refused, and nothing is made for it", () => {
  const log = createAccountLog({ seed: 1, nowMs, size: "large" });
  const startMs = performance.now();
  const refusal = ((): unknown => {
    try {
      return log.events;
    } catch (error) {
      return error;
    }
  })();
  expect(isUsageInputError(refusal)).toBe(true);
  expect(String(refusal)).toContain(
    "its events are too many to be listed; take a smaller account to look at events",
  );
  expect(performance.now() - startMs).toBeLessThan(1000);
});

test("empty accounts and lists have no events, and odd times their days", () => {
  expect(createAccountLog({ seed: 1, nowMs, contexts: 0, days: 0 }).events).toEqual([]);
  expect(logOf([]).firstMs).toBe(undefined);
  const event = (timeMs: number, contextKey: string): UsageEvent => ({
    timeMs,
    contextKey,
    isPrimaryKind: true,
    attributes: new Map([["project-key", "__proto__"]]),
  });
  const log = logOf([event(-0.5, "constructor"), event(0, "__proto__"), event(dayMs - 0.5, "constructor")]);
  expect(log.contextCount).toBe(2);
  expect([...log.days(-dayMs, dayMs)].map(({ startMs, contexts }) => [startMs, [...contexts]])).toEqual([
    [-dayMs, [0]],
    [0, [1, 0]],
  ]);
  expect([...log.days(0, 1)]).toHaveLength(1);
  expect([logKnows(log, "project-key", "__proto__"), logKnows(log, "project-key", "toString")]).toEqual([
    true,
    false,
  ]);
});

test.each<[string, Partial<UsageEvent>]>([
  [
    "events[1].timeMs = NaN is refused: it is not a point in time; give epoch milliseconds.",
    { timeMs: Number.NaN },
  ],
  [
    "events[1].timeMs = 1e+300 is refused: it is not a point in time; give epoch milliseconds.",
    { timeMs: 1e300 },
  ],
  [
    "events[1].connectedMinutes = -1 is refused: it is not a number of minutes; give one from 0 on.",
    { connectedMinutes: -1 },
  ],
])("%s", (message, wrong) => {
  const event = { timeMs: 0, contextKey: "key", isPrimaryKind: true, attributes: new Map() };
  expect(() => logOf([event, { ...event, ...wrong }])).toThrow(message);
});
