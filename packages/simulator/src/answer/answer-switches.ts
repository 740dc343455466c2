/**
 * Behaviour of the API's answers that is not known for sure. Each switch stands for an open question.
 *
 * @example
 * ```ts
 * import { type AnswerSwitches, createSimulator } from "@ldusage/simulator";
 *
 * const switches: Partial<AnswerSwitches> = { groupOrder: "stable", missing: "zero", emptyBuckets: "keep" };
 * const simulator = createSimulator({ events: [], switches });
 * const headers = { Authorization: "anything", "LD-API-Version": "beta" };
 * const url = "http://simulator/api/v2/usage/total-mau";
 * const answer = await (await simulator.fetch(new Request(url, { headers }))).json();
 * answer.series; //=> [{ time: 1794700800000 }]
 * ```
 */
export interface AnswerSwitches {
  /**
   * Whether the kind of context is in the metadata of every breakdown of contexts. The reference says so; a tool that
   * was checked against the API found only what it had asked for. @default true
   */
  readonly contextKindInMetadata: boolean;
  /**
   * What becomes of a bucket in which nothing happened: it is left out, or there is a point with its time alone, back
   * to the first day of the account. Which is stated nowhere. @default "omit"
   */
  readonly emptyBuckets: "omit" | "keep";
  /**
   * Whether evaluations have a total of the window beside their series. It is in no schema, but LaunchDarkly's own
   * command-line tool reads it. @default false
   */
  readonly evaluationTotals: boolean;
  /**
   * What decides the granularity where none can be chosen: the age of the range, as documented, or its length, as code
   * of LaunchDarkly's own says (days from 24 hours on, hours below). @default "age"
   */
  readonly granularityRule: "age" | "length";
  /**
   * Operations, by id, whose breakdown comes back as one entry without any dimension, as some accounts have seen.
   * @default none
   */
  readonly groupCollapse: readonly string[];
  /**
   * Whether the series of a grouped answer come in the same order on each call. The order of `metadata` is
   * stated nowhere. @default "shuffled"
   */
  readonly groupOrder: "stable" | "shuffled";
  /**
   * What an incremental point of a distinct count is: `"A"`, keys first seen in the month on that day, or `"B"`,
   * keys active on that day. @default "B"
   */
  readonly incrementalDistinct: "A" | "B";
  /**
   * Whether the running day of a month-to-date series is 0, as has been seen, in place of what the month has reached.
   * @default false
   */
  readonly lastDayZero: boolean;
  /**
   * Usage that is not in yet: of what happened in the last `days` days (of 24 hours, before now) only the share
   * `factor` is counted so far. How late data comes is stated nowhere. @default undefined, nothing is late
   */
  readonly lateData: { readonly days: number; readonly factor: number } | undefined;
  /**
   * What becomes of a series that has no value in a bucket where others have one: no key, or a zero. Which is stated
   * nowhere. @default "omit"
   */
  readonly missing: "omit" | "zero";
  /**
   * Where month-to-date points of a range that starts inside a month begin to count: at the first of the month,
   * or at the start of the range. @default "month"
   */
  readonly monthToDateAnchor: "month" | "range-start";
  /**
   * The account's primary kind changes on that day of the running month: from then on the whole running month counts
   * the most frequent other kind, and past months stay. That it can is documented, when it does is not.
   * @default undefined, it stays
   */
  readonly primaryKindSwitch: { readonly day: number } | undefined;
  /**
   * The unit of service connections: minutes, as the reference says now, or monthly connections of 43,800 minutes, as
   * it said before. @default "minutes"
   */
  readonly serviceConnectionUnit: "minutes" | "connections";
  /** Whether a bucket that starts exactly at the end of a range is part of the answer. @default false */
  readonly toInclusive: boolean;
}

export const defaultAnswerSwitches: AnswerSwitches = {
  contextKindInMetadata: true,
  emptyBuckets: "omit",
  evaluationTotals: false,
  granularityRule: "age",
  groupCollapse: [],
  groupOrder: "shuffled",
  incrementalDistinct: "B",
  lastDayZero: false,
  lateData: undefined,
  missing: "omit",
  monthToDateAnchor: "month",
  primaryKindSwitch: undefined,
  serviceConnectionUnit: "minutes",
  toInclusive: false,
};
