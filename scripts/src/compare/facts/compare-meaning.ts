import type { OperationDescriptor } from "@ldusage/types/catalog";
import type { Difference } from "../change.ts";
import { compareMembers, type MemberRules, type Verdict } from "../compare-members.ts";
import { phrase, plain, quoteJson } from "../phrase.ts";

type Operation = OperationDescriptor;

/** Rules for what the numbers are, whether they add up, and whom they are about. */
export const meaningRules: Pick<
  MemberRules<Operation>,
  | "measure"
  | "unit"
  | "pairDimension"
  | "additiveOverTime"
  | "additiveAcrossGroups"
  | "population"
  | "deprecated"
  | "retiring"
> = {
  measure: ({ measure: old }, { measure: now }) => [
    {
      kind: old === "unknown" ? "measure-learned" : "measure-changed",
      what: phrase`The measure is ${now} now; it was ${old}.`,
    },
  ],
  unit: ({ unit: old }, { unit: now }) => [
    {
      kind: old === null ? "counted-thing-learned" : "counted-thing-changed",
      what: phrase`What is counted is ${thing(now)} now; it was ${thing(old)}.`,
    },
  ],
  pairDimension: comparePairDimension,
  additiveOverTime: ({ additiveOverTime: old }, { additiveOverTime: now }) => [
    {
      kind: overTime[now] < overTime[old] ? "additivity-stricter" : "additivity-looser",
      what: phrase`Adding points over time is right ${plain(timeWords[now])} now; it was ${plain(timeWords[old])}.`,
    },
  ],
  additiveAcrossGroups: compareGroups,
  population: ({ population: old }, { population: now }) =>
    compareMembers(old, now, populationRules, plain("the population")),
  deprecated: (_before, { deprecated }) => [
    deprecated
      ? { kind: "deprecated", what: phrase`The operation is deprecated.` }
      : { kind: "deprecation-lifted", what: phrase`The operation is no longer deprecated.` },
  ],
  retiring: (_before, { retiring }) => [
    retiring
      ? { kind: "retiring", what: phrase`Upstream advises against relying on the operation.` }
      : {
          kind: "retirement-lifted",
          what: phrase`Upstream no longer advises against relying on the operation.`,
        },
  ],
};

const overTime = { never: 0, "incremental-only": 1, always: 2 };
const timeWords = { never: "never", "incremental-only": "for incremental points alone", always: "always" };

const groupWords = {
  yes: "right",
  no: "wrong",
  unknown: "not known to be right",
  "not-grouped": "pointless, as there are none",
};

function thing(unit: string | null) {
  return unit === null ? plain("not stated") : quoteJson(unit);
}

function comparePairDimension(before: Operation, after: Operation): Verdict {
  if (before.pairDimension === null || after.pairDimension === null) {
    return before.measure === after.measure ? [] : "told elsewhere";
  }
  const what = phrase`The pairs that are counted are with ${after.pairDimension} now; it was ${before.pairDimension}.`;
  return [{ kind: "measure-changed", what }];
}

function compareGroups(before: Operation, after: Operation): Verdict {
  const { additiveAcrossGroups: old } = before;
  const { additiveAcrossGroups: now } = after;
  const kind =
    now === "yes" ? "additivity-looser" : old === "yes" ? "additivity-stricter" : "additivity-restated";
  const what = phrase`Adding groups is ${plain(groupWords[now])} now; it was ${plain(groupWords[old])}.`;
  return [{ kind, what }];
}

const populationRules: MemberRules<Operation["population"]> = {
  sdkSide: ({ sdkSide: old }, { sdkSide: now }) => [population(`reported by ${sides[now]}`, sides[old])],
  contextKinds: ({ contextKinds: old }, { contextKinds: now }) => [
    population(`of ${contexts[now]}`, contexts[old]),
  ],
};

const sides = { client: "client-side SDKs", server: "server-side SDKs", any: "all SDKs" };
const contexts = { primary: "the primary context kind", any: "every context kind" };

function population(now: string, old: string): Difference {
  return {
    kind: "population-changed",
    what: phrase`The numbers are about what is ${plain(now)} now; it was ${plain(old)}.`,
  };
}
