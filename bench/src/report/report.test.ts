import { expect, test } from "vitest";
import { describeResults } from "./describe-results.ts";
import type { Outcome } from "./outcome.ts";

const outcomes: Outcome[] = [
  {
    name: "decode",
    section: {
      title: "Bytes to table",
      about: "What it takes to read.",
      tables: [{ caption: "By shape", columns: ["shape", "ratio"], rows: [["365x10", "0.50"]] }],
      goals: [
        { name: "ours / naive", goal: "at most 0.4", measured: "0.50", isMet: false, reason: "a | b" },
        { name: "ours / old", goal: "at most 0.5", measured: "0.60", isMet: false, reason: "a | b" },
        { name: "ours / d3", goal: "at most 0.6", measured: "0.50", isMet: true },
      ],
      budgets: [{ name: "bytes for a cell", limit: 20, measured: 16.25 }],
    },
  },
  { name: "call", failure: "Error: no server\n# by itself" },
];

test("goals and budgets come first, then sections, and what failed says so", () => {
  const text = describeResults(outcomes, { machine: "- Date: 2026-11-24", quick: false });
  expect(text).toContain("# Results of `npm run bench`\n");
  expect(text.slice(text.indexOf("- Date"))).toBe(`- Date: 2026-11-24

## Goals

1 of 3 goals are met.

| subject | goal         | promised    | measured | verdict |
| ------- | ------------ | ----------- | -------: | ------- |
| decode  | ours / naive | at most 0.4 |     0.50 | MISSED  |
| decode  | ours / old   | at most 0.5 |     0.60 | MISSED  |
| decode  | ours / d3    | at most 0.6 |     0.50 | met     |

Missed, since

- a | b:
  - \`decode\`: ours / naive
  - \`decode\`: ours / old

## Budgets

What these count does not depend on how busy the machine is. The build fails when one is exceeded.

| subject | budget           | at most | measured | verdict |
| ------- | ---------------- | ------: | -------: | ------- |
| decode  | bytes for a cell |      20 |    16.25 | kept    |

## Bytes to table (\`decode\`)

What it takes to read.

**By shape**

| shape  | ratio |
| ------ | ----: |
| 365x10 |  0.50 |

## \`call\`: FAILED

    Error: no server
    # by itself
`);
});

test("a quick run says that it was one", () => {
  expect(describeResults([], { machine: "", quick: true })).toContain(
    "# Results of `npm run bench -- --quick --write`\n",
  );
});
