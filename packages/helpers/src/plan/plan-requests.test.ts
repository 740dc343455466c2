import type { ParametersOf, SeriesOperationId } from "@ldusage/types";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type PlanOptions, planRequests } from "./plan-requests.ts";

const at = (iso: string): number => Date.parse(iso);
const nowMs = at("2026-11-15T12:00:00Z");

/** Asked start and end, and what is kept, as text to the minute. */
function plan<Id extends SeriesOperationId>(
  operationId: Id,
  parameters: ParametersOf<Id>,
  options: PlanOptions = { nowMs },
): string[] {
  const short = (epochMs: number): string =>
    new Date(epochMs)
      .toISOString()
      .replace(/:00\.000Z$/, "")
      .replace("T00:00", "");
  return planRequests(operationId, parameters, options).requests.map(
    ({ parameters: asked, keep, granularity }) => {
      const time = (name: string): number => (Reflect.get(asked, name) as { epochMs: number }).epochMs; // plans write times so
      return `${granularity} ${short(time("from"))}..${short(time("to"))} keeps ${short(keep.fromMs)}..${short(keep.toMs)}`;
    },
  );
}

describe("the 365-day limit", () => {
  test("a leap year of month-to-date points is two requests, cut at a month", () => {
    expect(plan("getMAUClientsideUsage", { from: "2024-01-01", to: "2025-01-01" })).toEqual([
      "daily 2024-01-01..2024-11-30T23:59:59.999Z keeps 2024-01-01..2024-12-01",
      "daily 2024-12-01..2024-12-31T23:59:59.999Z keeps 2024-12-01..2025-01-01",
    ]);
  });

  test("a common year is one", () => {
    expect(plan("getMAUClientsideUsage", { from: "2023-01-01", to: "2024-01-01" })).toEqual([
      "daily 2023-01-01..2023-12-31T23:59:59.999Z keeps 2023-01-01..2024-01-01",
    ]);
  });

  test("rolling points may be cut at any day", () => {
    const rolling = { from: "2024-01-15", to: "2025-02-01", aggregationType: "rolling_30d" } as const;
    expect(plan("getMAUClientsideUsage", rolling)).toEqual([
      "daily 2024-01-15..2025-01-13T23:59:59.999Z keeps 2024-01-15..2025-01-14",
      "daily 2025-01-14..2025-01-31T23:59:59.999Z keeps 2025-01-14..2025-02-01",
    ]);
  });

  test("increments of a distinct count are cut at months, those of a counter at days", () => {
    const increments = { from: "2024-01-15", to: "2025-02-01", aggregationType: "incremental" } as const;
    expect(plan("getMAUTotalUsage", increments)).toEqual([
      "daily 2024-01-01..2024-11-30T23:59:59.999Z keeps 2024-01-15..2024-12-01",
      "daily 2024-12-01..2025-01-31T23:59:59.999Z keeps 2024-12-01..2025-02-01",
    ]);
    expect(plan("getDataExportEventsUsage", increments)).toEqual([
      "daily 2024-01-15..2025-01-13T23:59:59.999Z keeps 2024-01-15..2025-01-14",
      "daily 2025-01-14..2025-01-31T23:59:59.999Z keeps 2025-01-14..2025-02-01",
    ]);
  });

  test("an operation without a stated limit is not cut", () => {
    expect(plan("getMauUsage", { from: "2023-01-01", to: "2026-01-01" })).toHaveLength(1);
    expect(plan("getVegaAIUsage", { from: "2023-01-01", to: "2026-01-01" })).toHaveLength(1);
  });
});

describe("whole buckets", () => {
  test("a month-to-date range that starts inside a month is asked for from its first day", () => {
    expect(plan("getMAUClientsideUsage", { from: "2025-01-15", to: "2025-03-10" })).toEqual([
      "daily 2025-01-01..2025-03-09T23:59:59.999Z keeps 2025-01-15..2025-03-10",
    ]);
  });

  test("monthly points are asked for whole months", () => {
    const monthly = { from: "2025-01-15", to: "2025-03-10", granularity: "monthly" } as const;
    expect(plan("getMAUClientsideUsage", monthly)).toEqual([
      "monthly 2025-01-01..2025-03-31T23:59:59.999Z keeps 2025-01-15..2025-03-10",
    ]);
  });

  test("the current month ends now", () => {
    const monthly = { from: "2026-10-01", to: new Date(nowMs), granularity: "monthly" } as const;
    expect(plan("getMAUClientsideUsage", monthly)).toEqual([
      "monthly 2026-10-01..2026-11-15T11:59:59.999Z keeps 2026-10-01..2026-11-15T12:00",
    ]);
  });

  test("in seconds the last second before the cut is asked for", () => {
    expect(plan("getContextsServersideUsage", { from: "2025-01-01", to: "2025-02-01" })).toEqual([
      "daily 2025-01-01..2025-01-31T23:59:59.000Z keeps 2025-01-01..2025-02-01",
    ]);
  });
});

describe("granularity by age", () => {
  const now = { nowMs: at("2025-03-10T15:20:00Z") };
  const flag = { projectKey: "p", environmentKey: "e", featureFlagKey: "f" };

  test("daily, hourly and minutely pieces that meet at bucket boundaries", () => {
    expect(plan("getEvaluationsUsage", { ...flag, from: "2025-02-20", tz: "UTC" }, now)).toEqual([
      "daily 2025-02-20..2025-03-08T23:59:59.999Z keeps 2025-02-20..2025-03-09",
      "hourly 2025-03-09..2025-03-10T13:59:59.999Z keeps 2025-03-09..2025-03-10T14:00",
      "minutely 2025-03-10T14:00..2025-03-10T15:19:59.999Z keeps 2025-03-10T14:00..2025-03-10T15:20",
    ]);
  });

  test("days of a time zone decide where days end", () => {
    expect(plan("getEvaluationsUsage", { ...flag, from: "2025-02-20", tz: "America/New_York" }, now)).toEqual(
      [
        "daily 2025-02-19T05:00..2025-03-09T04:59:59.999Z keeps 2025-02-20..2025-03-09T05:00",
        "hourly 2025-03-09T05:00..2025-03-10T13:59:59.999Z keeps 2025-03-09T05:00..2025-03-10T14:00",
        "minutely 2025-03-10T14:00..2025-03-10T15:19:59.999Z keeps 2025-03-10T14:00..2025-03-10T15:20",
      ],
    );
  });

  test("days that begin at half past an hour cannot be followed by hours, and the plan says so", () => {
    const asked = { ...flag, from: "2025-02-20", tz: "Asia/Kolkata" };
    expect(plan("getEvaluationsUsage", asked, now)).toEqual([
      "daily 2025-02-19T18:30..2025-03-10T15:19:59.999Z keeps 2025-02-20..2025-03-10T15:20",
    ]);
    expect(planRequests("getEvaluationsUsage", asked, now).notes).toEqual([
      "Days of this time zone do not begin at a full UTC hour, so all points are daily.",
      "The range starts at 2025-02-20T00:00:00.000Z, inside a daily bucket that is left out: points begin at 2025-02-20T18:30:00.000Z.",
    ]);
  });

  test("a range in the past two hours is one request, and so is an old one", () => {
    expect(plan("getStreamUsage", { source: "client", from: "2025-03-10T14:30:00Z" }, now)).toEqual([
      "minutely 2025-03-10T14:30..2025-03-10T15:19:59.999Z keeps 2025-03-10T14:30..2025-03-10T15:20",
    ]);
    expect(plan("getStreamUsage", { source: "client", from: "2025-01-01", to: "2025-02-01" }, now)).toEqual([
      "daily 2025-01-01..2025-01-31T23:59:59.999Z keeps 2025-01-01..2025-02-01",
    ]);
  });

  test("a range that is recent enough as a whole is not cut, and keeps its fine points", () => {
    const asked = (from: string, to?: string): string[] =>
      plan("getEventsUsage", { type: "received", from, ...(to === undefined ? {} : { to }) }, now);
    expect(asked("2025-03-08T16:00:00Z", "2025-03-08T23:00:00Z")).toEqual([
      "hourly 2025-03-08T16:00..2025-03-08T22:59:59.999Z keeps 2025-03-08T16:00..2025-03-08T23:00",
    ]);
    expect(asked("2025-03-10T13:25:00Z")).toEqual([
      "minutely 2025-03-10T13:25..2025-03-10T15:19:59.999Z keeps 2025-03-10T13:25..2025-03-10T15:20",
    ]);
    expect(asked("2025-03-08T17:00:00Z")).toEqual([
      "hourly 2025-03-08T17:00..2025-03-10T13:59:59.999Z keeps 2025-03-08T17:00..2025-03-10T14:00",
      "minutely 2025-03-10T14:00..2025-03-10T15:19:59.999Z keeps 2025-03-10T14:00..2025-03-10T15:20",
    ]);
  });

  test("a start inside a bucket leaves that bucket out, and the plan says from when points are", () => {
    const { requests, notes } = planRequests(
      "getEventsUsage",
      { type: "received", from: "2025-03-08T10:00:00Z" },
      now,
    );
    expect(requests.map(({ granularity }) => granularity)).toEqual(["hourly", "minutely"]);
    expect(notes).toEqual([
      "The range starts at 2025-03-08T10:00:00.000Z, inside a daily bucket that is left out: points begin at 2025-03-09T00:00:00.000Z.",
    ]);
  });

  test("an end inside a bucket that has ended is told, one inside a running bucket is not", () => {
    const notes = (to: string): readonly string[] =>
      planRequests("getMAUTotalUsage", { from: "2025-01-01", to }, now).notes;
    expect(notes("2025-01-03T12:00:00Z")).toEqual([
      "The range ends at 2025-01-03T12:00:00.000Z, inside a daily bucket that is given as a whole.",
    ]);
    expect(notes("2025-01-03")).toEqual([]);
    expect(notes("2025-03-10T15:19:00Z")).toEqual([]);
  });

  test("requests of a month are asked for from its start, whatever the range, so that they are the same each day", () => {
    const rolling = { aggregationType: "rolling_30d" } as const;
    const ask = (from: string): string[] =>
      plan("getMAUTotalUsage", { ...rolling, from, to: "2025-03-01" }, { ...now, cut: "month" });
    expect(ask("2025-01-15")).toEqual([
      "daily 2025-01-01..2025-01-31T23:59:59.999Z keeps 2025-01-15..2025-02-01",
      "daily 2025-02-01..2025-02-28T23:59:59.999Z keeps 2025-02-01..2025-03-01",
    ]);
    expect(ask("2025-01-16")[0]).toBe(
      "daily 2025-01-01..2025-01-31T23:59:59.999Z keeps 2025-01-16..2025-02-01",
    );
    const evaluations = { ...flag, from: "2025-01-20", tz: "America/New_York" };
    expect(plan("getEvaluationsUsage", evaluations, { ...now, cut: "month" })).toEqual([
      "daily 2024-12-31T05:00..2025-01-31T04:59:59.999Z keeps 2025-01-20..2025-01-31T05:00",
      "daily 2025-01-31T05:00..2025-02-28T04:59:59.999Z keeps 2025-01-31T05:00..2025-02-28T05:00",
      "daily 2025-02-28T05:00..2025-03-09T04:59:59.999Z keeps 2025-02-28T05:00..2025-03-09T05:00",
      "hourly 2025-03-09T05:00..2025-03-10T13:59:59.999Z keeps 2025-03-09T05:00..2025-03-10T14:00",
      "minutely 2025-03-10T14:00..2025-03-10T15:19:59.999Z keeps 2025-03-10T14:00..2025-03-10T15:20",
    ]);
  });

  test("a range inside one bucket holds none, and the plan says so", () => {
    const asked = { from: "2025-01-15T10:00:00Z", to: "2025-01-15T12:00:00Z" };
    expect(planRequests("getMAUTotalUsage", asked, now)).toMatchObject({
      requests: [],
      notes: [
        "The range starts at 2025-01-15T10:00:00.000Z, inside a daily bucket that is left out: there is no other one in the range.",
      ],
    });
  });

  test("the default start is the operation's own", () => {
    expect(plan("getEventsUsage", { type: "received" }, now)[0]).toMatch(/^hourly 2025-03-09T15:00\.\./);
  });
});

describe("laws", () => {
  test("what is kept tiles the range, and no request is longer than it may be", () => {
    const day = fc.integer({ min: 0, max: 1500 });
    fc.assert(
      fc.property(
        day,
        day,
        fc.constantFrom("month_to_date", "incremental", "rolling_30d"),
        (a, b, aggregationType) => {
          const [fromMs, toMs] = [Math.min(a, b), Math.max(a, b)].map(
            (days) => at("2022-01-01Z") + days * 86_400_000,
          );
          const parameters = {
            from: { epochMs: fromMs ?? 0 },
            to: { epochMs: toMs ?? 0 },
            aggregationType,
          } as const;
          const { requests } = planRequests("getMAUTotalUsage", parameters, { nowMs });
          if (a === b) expect(requests).toEqual([]);
          else expect([requests[0]?.keep.fromMs, requests.at(-1)?.keep.toMs]).toEqual([fromMs, toMs]);
          for (const [index, request] of requests.entries()) {
            const next = requests[index + 1];
            if (next !== undefined) expect(next.keep.fromMs).toBe(request.keep.toMs);
            const asked = request.parameters as { from: { epochMs: number }; to: { epochMs: number } }; // plans write times so
            expect(asked.to.epochMs - asked.from.epochMs).toBeLessThan(365 * 86_400_000);
          }
        },
      ),
    );
  });
});

describe("bad input", () => {
  test.each<[string, () => unknown, RegExp]>([
    [
      "a range that ends before it starts",
      () => plan("getMAUTotalUsage", { from: "2025-02-01", to: "2025-01-01" }),
      /from = .*is refused: it is later than 2025-01-01/,
    ],
    [
      "a start after now",
      () => plan("getMAUTotalUsage", { from: "2027-01-01" }),
      /from = .* is refused: it is later than 2026-11-15/,
    ],
    [
      "a time that cannot be read",
      () => plan("getMAUTotalUsage", { from: "soon" }),
      /from = "soon" is refused/,
    ],
    [
      "an unknown time zone",
      () => plan("getStreamUsage", { source: "client", tz: "Mars" }),
      /getStreamUsage: tz = "Mars" is refused/,
    ],
    [
      "a clock that does not tell the time",
      () => plan("getMAUTotalUsage", {}, { nowMs: Number.NaN }),
      /nowMs = NaN is refused/,
    ],
    [
      "an aggregation that the operation does not have",
      () => plan("getMAUTotalUsage", { aggregationType: "rolling" as "rolling_30d" }),
      /getMAUTotalUsage: aggregationType = "rolling" is refused: it is not an aggregation of the operation; use one of month_to_date, incremental, rolling_30d/,
    ],
    [
      "an impossible length of requests",
      () => plan("getMAUTotalUsage", {}, { nowMs, cut: "day" as "month" }),
      /getMAUTotalUsage: cut = "day" is refused: it is no length of requests; use "limit" or "month"/,
    ],
    [
      "an impossible margin",
      () => plan("getMAUTotalUsage", {}, { nowMs, marginMs: -1 }),
      /marginMs = -1 is refused/,
    ],
    ["an unknown operation", () => plan("getNothing" as "getMAUTotalUsage", {}), /is not an operation/],
    [
      "an operation that lists names",
      () => plan("getMauSdksByType" as "getMauUsage", {}),
      /lists names, not series/,
    ],
  ])("%s", (_name, call, message) => {
    expect(call).toThrow(message);
  });
});
