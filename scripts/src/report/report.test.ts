import { expect, test } from "vitest";
import { reportWith } from "./example-report.ts";
import { toChangeset } from "./to-changeset.ts";
import { toJson } from "./to-json.ts";
import { toMarkdown } from "./to-markdown.ts";
import { toTerminal } from "./to-terminal.ts";

const report = reportWith("x");

test("a report for a terminal says everything in plain words", () => {
  expect(toTerminal(report)).toBe(`Upstream: \`x\`
Changed: the packages need a major version.

Major: what may break users of the packages
  - Calls that give the parameter no longer compile, and are refused before they are sent.
    - \`getB\`: The parameter \`another parameter\` is gone.
    - \`x\`: The parameter \`x\` is gone.

Minor: what is new to them
  - \`getA\`, \`getB\`: The parameter \`c\` is new. There is more to choose from; calls without it stay as they are.

Patch: what they cannot notice in a program
  - \`x\` is 7 now. It is how upstream labels and files its document; programs do not see it.
  - Reworded: 2 descriptions, 1 summary.

Facts that no rule understood
  - \`x\`, \`x\`: \`x\`

Operations of which nothing says what they count: state the measure in spec/overlay.yaml
  - \`x\`

Actions of the overlay that no longer apply: \`npm run generate\` fails until they are revised
  - overlay, \`x\`: \`x\`
    - Way out: \`x\`

Notices
  - sync, \`x\`: \`x\`

Written
  - \`spec/upstream.json\`
  - \`.changeset/spec-12345678.md\`

Removed
  - \`packages/types/src/generated/stray.ts\`
`);
});

test("the same in Markdown, for the body of a pull request", () => {
  const markdown = toMarkdown({ ...report, isDryRun: true });
  expect(markdown).toMatch(
    /^Changed: the packages need a major version\. Nothing was written, since this was a dry run\. Upstream is `x`\.\n\n## Major: /,
  );
  expect(markdown).toContain("## Would be written\n\n- `spec/upstream.json`\n");
  expect(markdown).toContain(
    "- Calls that give the parameter no longer compile, and are refused before they are sent.\n  - `getB`: The parameter `another parameter` is gone.\n",
  );
});

test("a report in JSON has a version and every part", () => {
  expect(toJson(report)).toEqual({
    version: 1,
    outcome: "changed",
    isDryRun: false,
    source: "x",
    bump: "major",
    changes: [
      {
        kind: "parameter-removed",
        bump: "major",
        operationIds: ["getB"],
        text: "The parameter `another parameter` is gone.",
        reason: "Calls that give the parameter no longer compile, and are refused before they are sent.",
        cause: "upstream",
      },
      expect.objectContaining({ operationIds: ["x"], text: "The parameter `x` is gone." }),
      expect.objectContaining({ operationIds: ["getA", "getB"], bump: "minor" }),
      expect.objectContaining({ operationIds: [], kind: "bookkeeping", text: "`x` is 7 now." }),
    ],
    prose: { descriptions: 2, summaries: 1, examples: 0, evidence: 0 },
    unexplained: [{ operationId: "x", place: "x", text: "x" }],
    unmeasured: ["x"],
    overlayFindings: [{ stage: "overlay", place: "x", problem: "x", wayOut: "x" }],
    notices: [{ stage: "sync", place: "x", problem: "x", wayOut: null }],
    written: ["spec/upstream.json", ".changeset/spec-12345678.md"],
    removed: ["packages/types/src/generated/stray.ts"],
    changeset: ".changeset/spec-12345678.md",
  });
});

test("a changeset has the words for users and none for maintainers", () => {
  expect(toChangeset(report, "major", ["@a/b", "@a/c"])).toBe(`---

"@a/b": major
"@a/c": major

---

Upstream's description of the API has changed.

What may break you:

- Calls that give the parameter no longer compile, and are refused before they are sent.
  - \`getB\`: The parameter \`another parameter\` is gone.
  - \`x\`: The parameter \`x\` is gone.

What is new:

- \`getA\`, \`getB\`: The parameter \`c\` is new. There is more to choose from; calls without it stay as they are.

What else changed:

- \`x\` is 7 now. It is how upstream labels and files its document; programs do not see it.
- Reworded: 2 descriptions, 1 summary.
`);
});

test("nothing changed", () => {
  const nothing = {
    ...reportWith("x"),
    changes: [],
    written: [],
    removed: [],
    bump: undefined,
    changeset: undefined,
  };
  expect(toTerminal(nothing)).toContain("No change: the tree holds what upstream says.\n");
  expect(toJson(nothing)).toMatchObject({ outcome: "no-change", bump: null, changeset: null });
});

test("a change that no package sees asks for no version", () => {
  expect(toTerminal({ ...report, bump: undefined, changeset: undefined })).toContain(
    "Changed, but no file of a package is: no version has to grow.\n",
  );
});

test("a change that the tree made by itself is marked, and many operations are counted", () => {
  const [first] = report.changes;
  const operationIds = ["a", "b", "c", "d", "e", "f", "g"];
  if (first === undefined) throw new Error("there is a change");
  const own = { ...report, changes: [{ ...first, operationIds, cause: "tree" as const }] };
  expect(toTerminal(own)).toContain(
    "  - `a`, `b`, `c`, `d`, `e` and 2 more: The parameter `another parameter` is gone. (By an edit of the overlay or the rules, not by upstream.)",
  );
  expect(toTerminal({ ...own, operationCount: 7 })).toContain(
    "  - Every operation: The parameter `another parameter` is gone.",
  );
});

test("a report of thousands of changes still fits into a pull request", () => {
  const [first] = report.changes;
  if (first === undefined) throw new Error("there is a change");
  const kinds = ["parameter-removed", "values-removed", "operation-removed", "unknown"] as const;
  const changes = kinds.flatMap((kind) =>
    Array.from({ length: 5000 }, (_, index) => ({
      ...first,
      kind,
      operationIds: [`get${index}${"x".repeat(250)}`],
    })),
  );
  const markdown = toMarkdown({ ...report, changes });
  expect(markdown.length).toBeLessThan(65_536);
  expect(markdown).toContain("And 4900 more.");
  expect(markdown).toMatch(/\nThe rest is cut off; `npm run spec:sync -- --dry-run` shows it\.\n$/);
});

test("the same notice in many places is one line, and all of them in JSON", () => {
  const [notice] = report.notices;
  if (notice === undefined) throw new Error("there is a notice");
  const many = Array.from({ length: 40 }, (_, index) => ({ ...notice, place: `p${index}` }));
  const notices = [notice, ...many.map((each) => ({ ...each, problem: "y", wayOut: "z" }))];
  expect(toTerminal({ ...report, notices })).toContain(
    "Notices\n  - sync, `x`: `x`\n  - sync, 40 places (`p0`, `p1`, `p2`, `p3`, `p4` and 35 more): `y`\n    - Way out: `z`\n\n",
  );
  expect(toJson({ ...report, notices })).toMatchObject({ notices: { length: 41 } });
});

test("what nobody would read to its end is cut, and says how much", () => {
  const many = Array.from({ length: 150 }, (_, index) => `get${index}`);
  const text = toTerminal({ ...report, unmeasured: many });
  expect(text).toContain("  - `get99`\n  - And 50 more.\n");
  expect(text).not.toContain("get100");
});
