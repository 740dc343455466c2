import type { Case } from "./case.ts";

const total = "/api/v2/usage/total-mau";

/** Operations that come, go and move, and marks on them. */
export const operationCases: readonly Case[] = [
  {
    name: "an operation is added",
    change: ({ document, operation }) => {
      document.paths["/api/v2/usage/widgets"] = {
        get: { ...operation("getMAUTotalUsage"), operationId: "getWidgets" },
      };
    },
    words: ["minor operation-added getWidgets The operation is new; its path is `/api/v2/usage/widgets`."],
  },
  {
    name: "an operation is removed",
    change: ({ document }) => delete document.paths[total],
    words: [
      "major operation-removed getMAUTotalUsage The operation is gone; its path was `/api/v2/usage/total-mau`.",
    ],
  },
  {
    name: "an operation is renamed",
    change: ({ operation }) => {
      operation("getMAUTotalUsage").operationId = "getTotalMau";
    },
    words: ["major operation-renamed getTotalMau It was called `getMAUTotalUsage`."],
  },
  {
    name: "an operation is moved",
    change: ({ document }) => {
      const { [total]: moved = {}, ...others } = document.paths;
      document.paths = { ...others, "/api/v2/usage/all-mau": moved };
    },
    words: [
      "major operation-moved getMAUTotalUsage The path is `/api/v2/usage/all-mau` now; it was `/api/v2/usage/total-mau`.",
    ],
  },
  {
    name: "an id that moves to the path of another is a move, not a rename",
    change: ({ document, operation }) => {
      const { [total]: moved = {}, ...others } = document.paths;
      document.paths = { ...others, "/api/v2/usage/mau": moved };
      document.paths["/api/v2/usage/all-mau"] = {
        get: { ...operation("getMAUTotalUsage"), operationId: "getAllMau" },
      };
    },
    words: [
      "major operation-removed getMauUsage The operation is gone; its path was `/api/v2/usage/mau`.",
      "major operation-moved getMAUTotalUsage The path is `/api/v2/usage/mau` now; it was `/api/v2/usage/total-mau`.",
      "minor operation-added getAllMau The operation is new; its path is `/api/v2/usage/all-mau`.",
    ],
  },
  {
    name: "an operation is deprecated",
    change: ({ operation }) => {
      operation("getVegaAIUsage").deprecated = true;
    },
    words: ["minor deprecated getVegaAIUsage The operation is deprecated."],
  },
  {
    name: "a deprecation is lifted",
    change: ({ operation }) => delete operation("getMauUsage").deprecated,
    words: ["minor deprecation-lifted getMauUsage The operation is no longer deprecated."],
  },
  {
    name: "upstream advises against an operation",
    change: ({ facts }) => Object.assign(facts("getVegaAIUsage"), { retiring: true }),
    words: ["minor retiring getVegaAIUsage Upstream advises against relying on the operation."],
  },
  {
    name: "upstream no longer advises against an operation",
    change: ({ facts }) => Object.assign(facts("getMauUsage"), { retiring: false }),
    words: [
      "minor retirement-lifted getMauUsage Upstream no longer advises against relying on the operation.",
    ],
  },
  {
    name: "a status is documented",
    change: ({ operation }) => {
      const { responses } = operation("getMauUsage");
      Object.assign(responses, { "409": { description: "Conflict" } });
    },
    words: ["minor status-added getMauUsage The status 409 is documented now."],
  },
  {
    name: "a status is no longer documented",
    change: ({ operation }) => delete operation("getMauUsage").responses["403"],
    words: ["minor status-removed getMauUsage The status 403 is no longer documented."],
  },
];
