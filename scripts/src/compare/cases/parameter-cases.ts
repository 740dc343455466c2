import type { Case } from "./case.ts";

const total = "getMAUTotalUsage";

/** Parameters that come, go and change. */
export const parameterCases: readonly Case[] = [
  {
    name: "an optional parameter is added",
    change: ({ operation }) =>
      operation(total).parameters?.push({
        name: "region",
        in: "query",
        schema: { type: "string", enum: ["a", "b"] },
        "x-ldusage": { role: "filter", dimension: "region" },
      }),
    words: [
      "minor parameter-added getMAUTotalUsage The parameter `region` is new and optional; it accepts `a` and `b`.",
    ],
  },
  {
    name: "a required parameter is added",
    change: ({ operation }) =>
      operation(total).parameters?.push({
        name: "region",
        in: "query",
        required: true,
        schema: { type: "string" },
        "x-ldusage": { role: "filter", dimension: "region" },
      }),
    words: ["major required-parameter-added getMAUTotalUsage The parameter `region` is new and required."],
  },
  {
    name: "a parameter is removed",
    change: ({ operation }) => operation(total).parameters?.splice(4, 1),
    words: ["major parameter-removed getMAUTotalUsage The parameter `sdkName` is gone."],
  },
  {
    name: "a parameter is renamed, and what requires it follows",
    change: ({ parameter }) => {
      Object.assign(parameter(total, "environmentKey")["x-ldusage"] ?? {}, { requiresExactlyOne: "project" });
      Object.assign(parameter(total, "projectKey"), { name: "project" });
    },
    words: ["major parameter-renamed getMAUTotalUsage The parameter `projectKey` is called `project` now."],
  },
  {
    name: "the parameter of the breakdown is renamed",
    change: ({ parameter, facts }) => {
      Object.assign(parameter(total, "groupBy"), { name: "by" });
      Object.assign(facts(total)["groupBy"] ?? {}, { parameter: "by" });
    },
    words: ["major parameter-renamed getMAUTotalUsage The parameter `groupBy` is called `by` now."],
  },
  {
    name: "another filter instead of one is not a rename",
    change: ({ parameter }) =>
      Object.assign(parameter(total, "sdkName"), {
        name: "browser",
        "x-ldusage": { role: "filter", dimension: "browser" },
      }),
    words: [
      "major parameter-removed getMAUTotalUsage The parameter `sdkName` is gone.",
      "minor parameter-added getMAUTotalUsage The parameter `browser` is new and optional.",
    ],
  },
  {
    name: "a parameter is made required",
    change: ({ parameter }) => Object.assign(parameter(total, "from"), { required: true }),
    words: ["major parameter-made-required getMAUTotalUsage The parameter `from` is required now."],
  },
  {
    name: "a parameter is made optional",
    change: ({ parameter }) => Object.assign(parameter("getStreamUsage", "source"), { required: false }),
    words: ["minor parameter-made-optional getStreamUsage The parameter `source` is optional now."],
  },
  {
    name: "a parameter is made repeatable",
    change: ({ parameter }) =>
      Object.assign(parameter("getStreamUsageBySdkVersion", "sdk"), {
        schema: { type: "array", items: { type: "string" } },
        style: "form",
        explode: true,
      }),
    words: [
      "major parameter-made-repeatable getStreamUsageBySdkVersion The parameter `sdk` may be given several values now.",
    ],
  },
  {
    name: "a parameter is made single",
    change: ({ parameter }) => {
      const single = parameter(total, "sdkName");
      Object.assign(single, { schema: { type: "string" } });
      delete single["style"];
      delete single["explode"];
    },
    words: ["major parameter-made-single getMAUTotalUsage The parameter `sdkName` takes a single value now."],
  },
  {
    name: "a parameter moves from the path to the query",
    change: ({ parameter, document }) => {
      Object.assign(parameter("getStreamUsage", "source"), { in: "query" });
      const { "/api/v2/usage/streams/{source}": moved = {}, ...others } = document.paths;
      document.paths = { ...others, "/api/v2/usage/streams": moved };
    },
    words: [
      "major operation-moved getStreamUsage The path is `/api/v2/usage/streams` now; it was `/api/v2/usage/streams/{source}`.",
      "major parameter-place-changed getStreamUsage The parameter `source` belongs in the query now; it was in the path.",
    ],
  },
  {
    name: "a parameter does something else",
    change: ({ parameter }) =>
      Object.assign(parameter(total, "sdkName")["x-ldusage"] ?? {}, { role: "time-zone" }),
    words: [
      "major parameter-role-changed getMAUTotalUsage The role of the parameter `sdkName` is `time-zone` now; it was `filter`.",
    ],
  },
  {
    name: "what a parameter does is learned",
    given: ({ parameter }) =>
      Object.assign(parameter(total, "sdkName"), { "x-ldusage": { role: "unknown" } }),
    change: ({ parameter }) =>
      Object.assign(parameter(total, "sdkName"), { "x-ldusage": { role: "filter", dimension: "sdk-name" } }),
    words: [
      "minor parameter-role-learned getMAUTotalUsage The role of the parameter `sdkName` is `filter` now; it was `unknown`.",
    ],
  },
  {
    name: "a parameter of unknown role turns out to be the start of the range",
    given: ({ parameter }) => Object.assign(parameter(total, "from"), { "x-ldusage": { role: "unknown" } }),
    change: ({ parameter }) =>
      Object.assign(parameter(total, "from"), { "x-ldusage": { role: "range-start" } }),
    words: [
      "major parameter-role-changed getMAUTotalUsage The role of the parameter `from` is `range-start` now; it was `unknown`.",
    ],
  },
  {
    name: "what a filter selects on is learned",
    given: ({ parameter }) => Object.assign(parameter(total, "sdkName"), { "x-ldusage": { role: "filter" } }),
    change: ({ parameter }) =>
      Object.assign(parameter(total, "sdkName"), { "x-ldusage": { role: "filter", dimension: "sdk-name" } }),
    words: [
      "minor dimension-learned getMAUTotalUsage The parameter `sdkName` selects on `sdk-name` now; it was nothing.",
    ],
  },
  {
    name: "what a filter selects on changes",
    change: ({ parameter }) =>
      Object.assign(parameter(total, "sdkName")["x-ldusage"] ?? {}, { dimension: "sdk-app-id" }),
    words: [
      "major dimension-changed getMAUTotalUsage The parameter `sdkName` selects on `sdk-app-id` now; it was `sdk-name`.",
    ],
  },
  {
    name: "a parameter requires another one",
    change: ({ parameter }) =>
      Object.assign(parameter(total, "sdkName")["x-ldusage"] ?? {}, { requiresExactlyOne: "sdkType" }),
    words: [
      "major companion-required getMAUTotalUsage The parameter `sdkName` requires exactly one value of `sdkType` now.",
    ],
  },
  {
    name: "a parameter no longer requires another one",
    change: ({ parameter }) => {
      const { requiresExactlyOne: _companion, ...facts } = Object(
        parameter(total, "environmentKey")["x-ldusage"],
      );
      parameter(total, "environmentKey")["x-ldusage"] = facts;
    },
    words: [
      "minor companion-lifted getMAUTotalUsage The parameter `environmentKey` no longer requires exactly one value of `projectKey`.",
    ],
  },
  {
    name: "an enumeration grows and shrinks",
    change: ({ parameter }) =>
      Object.assign(parameter("getStreamUsage", "source")["schema"] ?? {}, {
        enum: ["client", "edge", "relay"],
      }),
    words: [
      "major values-removed getStreamUsage The parameter `source` no longer accepts `server`.",
      "minor values-added getStreamUsage The parameter `source` accepts `edge` and `relay` as well.",
    ],
  },
  {
    name: "the values of a parameter are listed",
    change: ({ parameter }) =>
      Object.assign(parameter(total, "sdkType"), {
        schema: { type: "array", items: { type: "string", enum: ["client", "server"] } },
      }),
    words: [
      "major values-listed getMAUTotalUsage The parameter `sdkType` accepts only `client` and `server` now.",
    ],
  },
  {
    name: "the values of a parameter are no longer listed",
    change: ({ parameter }) =>
      Object.assign(parameter("getStreamUsage", "source"), { schema: { type: "string" } }),
    words: ["minor values-unlisted getStreamUsage The parameter `source` accepts any text now."],
  },
  {
    name: "the order of an enumeration changes",
    change: ({ parameter }) =>
      Object.assign(parameter("getStreamUsage", "source")["schema"] ?? {}, { enum: ["server", "client"] }),
    words: ["patch order-changed getStreamUsage The order in `values` of the parameter `source` is another."],
  },
  {
    name: "the order of parameters changes",
    change: ({ operation }) => operation("getStreamUsage").parameters?.reverse(),
    words: ["patch order-changed getStreamUsage The order in `parameters` of the operation is another."],
  },
  {
    name: "the default of a filter changes",
    change: ({ parameter }) =>
      Object.assign(parameter("getMauUsage", "contextKind")["x-ldusage"] ?? {}, { default: "device" }),
    words: [
      "major default-changed getMauUsage Without the parameter `contextKind`, `device` is used now; it was `user`.",
    ],
  },
  {
    name: "the default of a filter is stated",
    change: ({ parameter }) =>
      Object.assign(parameter(total, "sdkName")["x-ldusage"] ?? {}, { default: "Go" }),
    words: [
      "minor default-stated getMAUTotalUsage Without the parameter `sdkName`, `Go` is used; that was not stated.",
    ],
  },
  {
    name: "the default of a filter is no longer stated",
    change: ({ parameter }) => {
      const { default: _default, ...facts } = Object(parameter("getMauUsage", "contextKind")["x-ldusage"]);
      parameter("getMauUsage", "contextKind")["x-ldusage"] = facts;
    },
    words: [
      "major default-unstated getMauUsage What happens without the parameter `contextKind` is no longer stated; it was `user`.",
    ],
  },
];
