import { catalog } from "@ldusage/types/catalog";
import { isWholeNumber, offOr, oneOf, onOrOff, type SwitchRule } from "../switches/switch-rule.ts";
import type { AnswerSwitches } from "./answer-switches.ts";

type Ruled = Omit<AnswerSwitches, "groupOrder" | "incrementalDistinct" | "monthToDateAnchor" | "toInclusive">;

const [firstOperation = ""] = Object.keys(catalog);

/** What the switches of answers may be. */
export const answerSwitchRules: { readonly [Name in keyof Ruled]: SwitchRule } = {
  contextKindInMetadata: onOrOff("Whether every breakdown of contexts shows their kind."),
  emptyBuckets: oneOf(["omit", "keep"], "Whether there is a point for a time in which nothing happened."),
  evaluationTotals: onOrOff("Whether evaluations have a total of the window beside their series."),
  granularityRule: oneOf(
    ["age", "length"],
    "Whether the age of a range or its length decides the granularity that nobody can choose.",
  ),
  groupCollapse: {
    standsFor: "Operations, by id, whose breakdown comes back as one entry without a dimension.",
    wayOut: `a list of operation ids, such as ["${firstOperation}"]`,
    accepts: (value) => Array.isArray(value) && value.every((id) => Object.hasOwn(catalog, String(id))),
  },
  lastDayZero: onOrOff("Whether the running day of a month-to-date series is 0."),
  lateData: offOr(
    { days: isBetween(0, 366), factor: isBetween(0, 1) },
    "{ days, factor } with days from 0 to 366 and a factor from 0 to 1",
    "How much of what happened in the last days has come in so far.",
  ),
  missing: oneOf(["omit", "zero"], "Whether a series without a value at a time has no key there or a zero."),
  primaryKindSwitch: offOr(
    { day: isWholeNumber(1, 31) },
    "{ day } with a day of the month",
    "The day of the running month on which the account's primary kind becomes another.",
  ),
  serviceConnectionUnit: oneOf(
    ["minutes", "connections"],
    "Whether service connections count minutes or monthly connections.",
  ),
};

function isBetween(least: number, most: number): (value: unknown) => boolean {
  return (value) => typeof value === "number" && value >= least && value <= most;
}
