import type { Case } from "./case.ts";

const total = "getMAUTotalUsage";
const unknown = "getStreamUsageBySdkVersion";

/** What the numbers are, whether they add up, how they are broken down and whom they are about. */
export const meaningCases: readonly Case[] = [
  {
    name: "the measure changes",
    change: ({ facts }) => Object.assign(facts(total), { measure: "counter" }),
    words: ["major measure-changed getMAUTotalUsage The measure is `counter` now; it was `distinct`."],
  },
  {
    name: "the measure is learned",
    given: ({ facts }) => Object.assign(facts(total), { measure: "unknown" }),
    change: ({ facts }) => Object.assign(facts(total), { measure: "distinct" }),
    words: ["minor measure-learned getMAUTotalUsage The measure is `distinct` now; it was `unknown`."],
  },
  {
    name: "pairs become lone keys",
    change: ({ facts }) =>
      Object.assign(facts("getExperimentationKeysUsage"), { measure: "distinct", pairDimension: null }),
    words: [
      "major measure-changed getExperimentationKeysUsage The measure is `distinct` now; it was `distinct-pairs`.",
    ],
  },
  {
    name: "pairs are with something else",
    change: ({ facts }) =>
      Object.assign(facts("getExperimentationKeysUsage"), { pairDimension: "event-key" }),
    words: [
      "major measure-changed getExperimentationKeysUsage The pairs that are counted are with `event-key` now; it was `experiment-id`.",
    ],
  },
  {
    name: "additivity over time is stricter",
    change: ({ facts }) => Object.assign(facts("getEventsUsage"), { additiveOverTime: "incremental-only" }),
    words: [
      "major additivity-stricter getEventsUsage Adding points over time is right for incremental points alone now; it was always.",
    ],
  },
  {
    name: "additivity over time is looser",
    change: ({ facts }) => Object.assign(facts(total), { additiveOverTime: "always" }),
    words: [
      "minor additivity-looser getMAUTotalUsage Adding points over time is right always now; it was never.",
    ],
  },
  {
    name: "additivity across groups is stricter",
    change: ({ facts }) => Object.assign(facts("getEvaluationsUsage"), { additiveAcrossGroups: "no" }),
    words: ["major additivity-stricter getEvaluationsUsage Adding groups is wrong now; it was right."],
  },
  {
    name: "additivity across groups is looser",
    change: ({ facts }) => Object.assign(facts(unknown), { additiveAcrossGroups: "yes" }),
    words: [
      "minor additivity-looser getStreamUsageBySdkVersion Adding groups is right now; it was not known to be right.",
    ],
  },
  {
    name: "additivity across groups is known to be wrong",
    change: ({ facts }) => Object.assign(facts(unknown), { additiveAcrossGroups: "no" }),
    words: [
      "patch additivity-restated getStreamUsageBySdkVersion Adding groups is wrong now; it was not known to be right.",
    ],
  },
  {
    name: "something else is counted",
    change: ({ facts }) => Object.assign(facts("getServiceConnectionsUsage"), { unit: "connections" }),
    words: [
      "major counted-thing-changed getServiceConnectionsUsage What is counted is `connections` now; it was `minutes`.",
    ],
  },
  {
    name: "what is counted has a name",
    change: ({ facts }) => Object.assign(facts("getVegaAIUsage"), { unit: "messages" }),
    words: [
      "minor counted-thing-learned getVegaAIUsage What is counted is `messages` now; it was not stated.",
    ],
  },
  {
    name: "the numbers are about others",
    change: ({ facts }) =>
      Object.assign(facts(total), { population: { sdkSide: "client", contextKinds: "any" } }),
    words: [
      "major population-changed getMAUTotalUsage The numbers are about what is of every context kind now; it was the primary context kind.",
      "major population-changed getMAUTotalUsage The numbers are about what is reported by client-side SDKs now; it was all SDKs.",
    ],
  },
  {
    name: "series can be broken down",
    given: ({ facts }) => Object.assign(facts(total), { groupBy: null }),
    change: ({ facts }) =>
      Object.assign(facts(total), {
        groupBy: {
          parameter: "groupBy",
          alwaysIncluded: [],
          values: [{ value: "x", dimension: "x", form: "key" }],
        },
      }),
    words: ["minor group-added getMAUTotalUsage Series can be broken down by `x`."],
  },
  {
    name: "a breakdown is added and one removed",
    change: ({ facts, parameter }) => {
      const { items } = Object(parameter(total, "groupBy")["schema"]);
      const { values } = Object(facts(total)["groupBy"]);
      items.enum = ["browser", ...items.enum.slice(1)];
      values.splice(0, 1, { value: "browser", dimension: "browser", form: "key" });
    },
    words: [
      "major group-removed getMAUTotalUsage Series can no longer be broken down by `projectId`.",
      "minor group-added getMAUTotalUsage Series can be broken down by `browser`.",
    ],
  },
  {
    name: "a group is told otherwise",
    change: ({ facts }) =>
      Object.assign(Object(facts(total)["groupBy"]).values[0], { form: "key", dimension: "project-name" }),
    words: [
      "major group-changed getMAUTotalUsage The group `projectId` is of the dimension `project-name` now; it was `project-key`.",
      "major group-changed getMAUTotalUsage The group `projectId` is told by keys now; it was by internal ids.",
    ],
  },
  {
    name: "series always come broken down",
    change: ({ facts }) => Object.assign(facts(total)["groupBy"] ?? {}, { alwaysIncluded: ["contextKind"] }),
    words: ["major group-changed getMAUTotalUsage Series always come broken down by `contextKind` as well."],
  },
  {
    name: "a fixed breakdown comes",
    change: ({ facts }) =>
      Object.assign(facts("getStreamUsage"), {
        groupBy: {
          parameter: null,
          values: [{ value: "sdk", dimension: "sdk-name", form: "key" }],
          alwaysIncluded: [],
        },
      }),
    words: ["major group-changed getStreamUsage Series always come broken down by `sdk`."],
  },
  {
    name: "a fixed breakdown goes",
    change: ({ facts }) => Object.assign(facts(unknown), { groupBy: null }),
    words: [
      "major group-changed getStreamUsageBySdkVersion Series no longer come broken down by `sdk`, `version` and `source`.",
    ],
  },
];
