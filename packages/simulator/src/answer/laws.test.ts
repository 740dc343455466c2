import { createHash } from "node:crypto";
import { catalog, type OperationDescriptor, service } from "@ldusage/types/catalog";
import { bucketClock, utcMonthStartMs } from "@ldusage/types/time";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { createAccountLog } from "../account/event-log.ts";
import { seededRandom, shuffled } from "../account/seeded-random.ts";
import type { UsageEvent } from "../account/usage-event.ts";
import type { UsageLog } from "../account/usage-log.ts";
import { answerSeries, type SeriesBody } from "./answer-series.ts";
import { type AnswerSwitches, defaultAnswerSwitches } from "./answer-switches.ts";
import type { SimulatedCall } from "./simulated-call.ts";
import { weightOf } from "./weight-of.ts";

const dayMs = 86_400_000;
const nowMs = Date.UTC(2026, 10, 29, 12);
const stable: AnswerSwitches = { ...defaultAnswerSwitches, groupOrder: "stable" };
const neverRandom = (): number => {
  throw new Error("a stable answer needs no chance");
};

const operations: OperationDescriptor[] = Object.values(catalog);
const withMonthToDate = operations.filter(({ aggregations }) =>
  aggregations.some(({ kind }) => kind === "month-to-date"),
);
const counters = withMonthToDate.filter(({ measure }) => measure === "counter");
const distinct = withMonthToDate.filter(({ measure }) => measure === "distinct");

interface Asked {
  readonly operation: OperationDescriptor;
  readonly kind: "month-to-date" | "incremental" | "rolling";
  readonly fromMs: number;
  readonly toMs?: number;
  readonly grouped?: boolean;
  readonly nowMs?: number;
}

function callOf(log: UsageLog, asked: Asked): SimulatedCall {
  const { operation, kind, fromMs, toMs = nowMs, grouped = false } = asked;
  const aggregation = operation.aggregations.find((one) => one.kind === kind);
  return {
    operation,
    aggregation,
    values: new Map(),
    fromMs,
    toMs,
    nowMs: asked.nowMs ?? nowMs,
    granularity: "daily",
    clock: bucketClock(),
    groups: grouped ? (operation.groupBy?.values.slice(0, 2) ?? []) : [],
    events: log,
  };
}

function ask(log: UsageLog, asked: Asked, switches: Partial<AnswerSwitches> = {}): SeriesBody {
  return answerSeries(callOf(log, asked), { ...stable, ...switches }, neverRandom);
}

const points = ({ series }: SeriesBody): Map<number, number> =>
  new Map(series.map(({ time = Number.NaN, "0": value = 0 }) => [time, value]));

/** The sum of all groups, by time. */
const sums = ({ series }: SeriesBody): Map<number, number> =>
  new Map(
    series.map(({ time = Number.NaN, ...values }) => [
      time,
      Object.values(values).reduce((sum, value) => sum + value, 0),
    ]),
  );

const accounts: fc.Arbitrary<UsageLog> = fc
  .record({
    seed: fc.integer(),
    contexts: fc.integer({ min: 1, max: 150 }),
    days: fc.integer({ min: 0, max: 130 }),
  })
  .map((options) => createAccountLog({ ...options, nowMs }));

/** The events of a log that an operation counts, without a filter. */
function countedEvents(log: UsageLog, { population, parameters }: OperationDescriptor): UsageEvent[] {
  const fallback = parameters.find(
    (parameter) => parameter.role === "filter" && parameter.default !== undefined,
  );
  return log.events.filter(
    ({ attributes, isPrimaryKind }) =>
      (population.sdkSide === "any" || attributes.get("sdk-type") === population.sdkSide) &&
      (population.contextKinds === "any" || isPrimaryKind) &&
      (fallback === undefined || attributes.get(fallback.dimension ?? "") === fallback.default),
  );
}

const law = (
  operation: fc.Arbitrary<OperationDescriptor>,
  check: (log: UsageLog, operation: OperationDescriptor) => void,
): void => fc.assert(fc.property(accounts, operation, check), { numRuns: 150 });

describe("laws over seeds", () => {
  const fromMs = Date.UTC(2026, 6, 1);

  test("month-to-date never falls within a month", () => {
    law(fc.constantFrom(...withMonthToDate), (log, operation) => {
      let [month, highest] = [0, 0];
      for (const [timeMs, value] of points(ask(log, { operation, kind: "month-to-date", fromMs }))) {
        if (utcMonthStartMs(timeMs) !== month) [month, highest] = [utcMonthStartMs(timeMs), 0];
        expect(value).toBeGreaterThanOrEqual(highest);
        highest = value;
      }
    });
  });

  test("the last month-to-date point is what the log itself holds for the month", () => {
    law(fc.constantFrom(...withMonthToDate), (log, operation) => {
      const events = countedEvents(log, operation).filter(({ timeMs }) => timeMs >= utcMonthStartMs(nowMs));
      const pairs = events.flatMap(({ contextKey, attributes }) => {
        const other = operation.pairDimension === null ? "" : attributes.get(operation.pairDimension);
        return other === undefined ? [] : [JSON.stringify([contextKey, other])];
      });
      const expected =
        operation.measure === "counter"
          ? events.reduce((sum, event) => sum + weightOf(event, operation), 0)
          : new Set(pairs).size;
      const answer = ask(log, { operation, kind: "month-to-date", fromMs: nowMs - dayMs });
      expect([...points(answer).values()].at(-1) ?? 0).toBe(expected);
    });
  });

  test("increments of counters, and new keys of distinct counts, add up to month-to-date", () => {
    law(fc.constantFrom(...withMonthToDate), (log, operation) => {
      const switches = { incrementalDistinct: "A" } as const;
      const increments = points(ask(log, { operation, kind: "incremental", fromMs }, switches));
      let [month, sum] = [0, 0];
      for (const [timeMs, value] of points(ask(log, { operation, kind: "month-to-date", fromMs }))) {
        if (utcMonthStartMs(timeMs) !== month) [month, sum] = [utcMonthStartMs(timeMs), 0];
        sum += increments.get(timeMs) ?? 0;
        expect(sum).toBe(value);
      }
    });
  });

  test("groups of a distinct count add up to no less than the account", () => {
    law(fc.constantFrom(...distinct.filter(({ groupBy }) => groupBy !== null)), (log, operation) => {
      const asked = { operation, kind: "month-to-date", fromMs } as const;
      const groups = sums(ask(log, { ...asked, grouped: true }));
      const account = points(ask(log, asked));
      expect([...groups.keys()]).toEqual([...account.keys()]);
      for (const [timeMs, value] of account) expect(groups.get(timeMs)).toBeGreaterThanOrEqual(value);
    });
  });

  test("groups of a counter add up to the account", () => {
    law(fc.constantFrom(...counters.filter(({ groupBy }) => groupBy !== null)), (log, operation) => {
      const asked = { operation, kind: "month-to-date", fromMs } as const;
      expect(sums(ask(log, { ...asked, grouped: true }))).toEqual(points(ask(log, asked)));
    });
  });

  test("on the last day of a month with 30 days, rolling 30 days are the month to date", () => {
    const rolling = withMonthToDate.filter(({ aggregations }) =>
      aggregations.some(({ kind }) => kind === "rolling"),
    );
    expect(rolling.length).toBeGreaterThan(5);
    law(fc.constantFrom(...rolling), (log, operation) => {
      // November goes on after the log was made: the clock runs.
      for (const lastMs of [Date.UTC(2026, 8, 30), Date.UTC(2026, 10, 30)]) {
        const range = { operation, fromMs: lastMs, toMs: lastMs + dayMs, nowMs: Date.UTC(2026, 11, 1) };
        const month = ask(log, { ...range, kind: "month-to-date" });
        expect(ask(log, { ...range, kind: "rolling" })).toEqual(month);
      }
    });
  });

  test("answers are the same whatever the order of requests", () => {
    const questions = withMonthToDate.flatMap((operation): Asked[] => [
      { operation, kind: "month-to-date", fromMs, grouped: true },
      { operation, kind: "incremental", fromMs: nowMs - 3 * dayMs },
    ]);
    const answersIn = (order: readonly Asked[], options: { seed: number }): Map<Asked, string> => {
      const log = createAccountLog({ ...options, nowMs, contexts: 40, days: 90 });
      return new Map(order.map((asked) => [asked, JSON.stringify(ask(log, asked))]));
    };
    fc.assert(
      fc.property(fc.integer(), (seed) => {
        const others = answersIn(shuffled(seededRandom(seed), questions), { seed });
        for (const [asked, answer] of answersIn(questions, { seed })) expect(others.get(asked)).toBe(answer);
      }),
      { numRuns: 10 },
    );
  });
});

test("the same seed gives the same bytes", () => {
  const digest = createHash("sha256");
  const log = createAccountLog({ seed: 7, nowMs, size: "tiny" });
  for (const operation of withMonthToDate) {
    for (const grouped of [false, true]) {
      const fromMs = nowMs - 100 * dayMs;
      digest.update(JSON.stringify(ask(log, { operation, kind: "month-to-date", fromMs, grouped })));
    }
  }
  // A changed value here changes every number that anybody has seen: say so in the changeset.
  expect(digest.digest("hex")).toMatchInlineSnapshot(
    `"07fdc1214ecf88b6ad98b8a2c4be2d877032d06790e4f5ee0e4f02ee4e718582"`,
  );
});

test("every size is counted as its own log says", () => {
  const [operation = catalog.getMAUTotalUsage] = distinct;
  for (const size of ["tiny", "small", "medium"] as const) {
    const log = createAccountLog({ seed: 1, nowMs, size });
    const from = Date.UTC(2026, 10, 27);
    const keys = new Set<number>();
    for (const day of log.days(utcMonthStartMs(from), from + dayMs)) {
      const sides = log.dimension("sdk-type");
      const kinds = day.primaryKinds();
      const codes = day.codes(sides);
      day.contexts.forEach((context, position) => {
        const side = sides.values[codes[position] ?? 0];
        const isCounted = operation.population.sdkSide === "any" || side === operation.population.sdkSide;
        if (isCounted && (operation.population.contextKinds === "any" || kinds[position] === 1))
          keys.add(context);
      });
    }
    const answer = ask(log, { operation, kind: "month-to-date", fromMs: from, toMs: from + dayMs });
    expect([...points(answer).values()]).toEqual([keys.size]);
  }
});

test("a server that is always on has 1,440 minutes a day, and 43,800 minutes are one connection", () => {
  const log = createAccountLog({ seed: 1, nowMs, size: "tiny" });
  const [operation] = counters.filter(({ unit }) => unit === "minutes");
  if (operation === undefined) throw new Error("nothing counts minutes");
  const server = log.events.filter(({ contextKey }) => contextKey === "server-0");
  const dayOf = (timeMs: number): number => Math.floor(timeMs / dayMs);
  const minutes = new Map<number, number>();
  for (const event of server) {
    minutes.set(dayOf(event.timeMs), (minutes.get(dayOf(event.timeMs)) ?? 0) + weightOf(event, operation));
  }
  expect(minutes.size).toBe(121);
  expect([...minutes.values()].slice(0, -1).every((sum) => sum === 1440)).toBe(true);
  expect(minutes.get(dayOf(nowMs))).toBe(720);

  const asked = { operation, kind: "incremental", fromMs: nowMs - 5 * dayMs } as const;
  const inMinutes = points(ask(log, asked));
  const connections = points(ask(log, asked, { serviceConnectionUnit: "connections" }));
  expect(inMinutes.size).toBe(6);
  for (const [timeMs, value] of inMinutes)
    expect(connections.get(timeMs)).toBe(value / service.minutesPerServiceConnection);
});
