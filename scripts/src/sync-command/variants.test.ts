import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { redoclyDiffer } from "../compare/document/redocly-differ.ts";
import { renderPhrase } from "../report/clean-text.ts";
import { repositoryRoot } from "../repository-root.ts";
import { allVariants, preservingVariants, synthesizeUpstream } from "../sync/testing/synthesize-upstream.ts";
import { planSync } from "./sync.ts";

let folder = "";
let slice = "";
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "ldusage-variants-"));
  slice = await readFile(join(repositoryRoot, "spec/upstream.json"), "utf8");
});
afterAll(() => rm(folder, { recursive: true, force: true }));

/**
 * What a sync would say of a document: how the version grows, every change with the number of its operations, and what
 * is reworded. Changes that differ in the first thing they name are counted where there are more than two.
 */
async function said(variants: readonly string[]): Promise<string[]> {
  const source = join(folder, "upstream.json");
  const options = { slice, foreignOperations: 1, seed: 3, format: "json", variants } as const;
  await writeFile(source, synthesizeUpstream(options));
  const { report } = await planSync(
    repositoryRoot,
    { source, isDryRun: true },
    { fetch, differ: redoclyDiffer(), signal: new AbortController().signal },
  );
  const prose = Object.entries(report.prose).filter(([, count]) => count > 0);
  return [
    report.bump ?? (report.written.length > 0 ? "no version" : "no change"),
    ...counted(
      report.changes.map(({ bump, kind, operationIds, what }) => ({
        line: `${bump} ${kind} ${operationIds.length}: ${renderPhrase(what)}`,
        likeness: `${bump} ${kind}: ${renderPhrase(what).replace(named(renderPhrase(what)), "…")}`,
      })),
    ),
    ...prose.map(([kind, count]) => `${count} ${kind}`),
  ];
}

/** The place that a sentence names, or else the first thing. */
function named(text: string): RegExp {
  return /`[^`]*\.[^`]*`/.test(text) ? /`[^`]*\.[^`]*`/ : /`[^`]*`/;
}

function counted(changes: readonly { readonly line: string; readonly likeness: string }[]): string[] {
  const groups = new Map<string, string[]>();
  for (const { line, likeness } of changes) groups.set(likeness, [...(groups.get(likeness) ?? []), line]);
  return [...groups].flatMap(([likeness, lines]) =>
    lines.length > 2 ? [`${lines.length} times ${likeness}`] : lines,
  );
}

const times = (member: string, rest: string): string[] =>
  ["from", "to"].map((name) => rest.replace("…", `\`${member}\` of \`parameters.${name}.schema\``));
const integers = times("type", "major time-type-changed 22: … is `integer` now; it was `string`.");
const formats = times("format", "major differ-major 22: … is `int64` now; it was nothing.");
const minima = times("minimum", "major differ-major 22: … is `0` now; it was nothing.");
const maxItems = "18 times major differ-major: `maxItems` of … is `100` now; it was nothing.";
const types = ["UsageLink.Rep", "UsageLinkHolder"].map(
  (name) => `minor schema-added 0: The type \`${name}\` is new.`,
);
const related = "11 times minor property-added: … is new.";
const anyStatus = "minor differ-minor 23: `responses.default` is new.";
const order = "27 times patch differ-patch: `x-order` of … is `1` now; it was nothing.";
const tags =
  'patch differ-patch 23: `tags` of the operation is `["Usage"]` now; it was `["Account usage (beta)"]`.';
const beta = "patch differ-patch 23: `x-beta` of the operation is `true` now; it was nothing.";
const tag = "patch bookkeeping 0: `tags.0.name` is `Usage` now; it was `Account usage (beta)`.";
const mayBeNull = "major made-nullable: … may be `null` now.";

/** What is said of the same facts. Variants that are not here change the vendored document alone. */
const sameFacts: Readonly<Record<string, readonly string[]>> = {
  "typed-arrays": ["no version", maxItems],
  "integer-times": ["major", ...integers, ...formats, ...minima],
  "other-wording": ["patch", "137 descriptions", "137 evidence"],
  "reordered-sentences": ["patch", "301 descriptions", "6 evidence"],
  "html-breaks": ["patch", "170 descriptions"],
  "openapi-3.1": ["major", `6 times ${mayBeNull}`],
  "cyclic-schemas": ["minor", ...types, related],
  "any-of-wrapper": ["major", `28 times ${mayBeNull}`],
  "reference-siblings": ["no version", "134 descriptions"],
  "renamed-tag": ["no version", tags, tag, "1 descriptions"],
  extensions: ["no version", order, beta],
  "response-ranges": ["minor", anyStatus],
  "path-item-references": ["no change"],
  "reordered-keys": ["no change"],
};

describe("the same facts are no change but what is said", () => {
  test.each(preservingVariants.map((name) => [name]))("%s", async (name) => {
    expect(await said([name])).toEqual(sameFacts[name] ?? ["no version"]);
  });

  test("all of them together", async () => {
    expect(await said(preservingVariants)).toEqual([
      ...["major", `34 times ${mayBeNull}`, ...integers, ...formats, maxItems, ...minima],
      ...[...types, related, anyStatus, order, tags, beta, tag, "362 descriptions", "141 evidence"],
    ]);
  });
});

/** What is said of other facts: in full, or what kinds of change there are. */
const otherFacts: Readonly<Record<string, readonly string[]>> = {
  "added-operation": [
    "minor",
    "minor operation-added 1: The operation is new; its path is `/api/v2/usage/gadgets/{color}`.",
  ],
  "removed-operation": [
    "major",
    "major operation-removed 1: The operation is gone; its path was `/api/v2/usage/service-connections`.",
    "major schema-removed 0: The type `SeriesListRepFloat` is gone.",
  ],
  "deprecated-marks": ["minor", "minor deprecated 1: The operation is deprecated."],
};

/** Kinds of change for those of which too much is said to repeat it. */
const kindsOf: Readonly<Record<string, readonly string[]>> = {
  "missing-descriptions": [
    ...["aggregation-removed", "companion-lifted", "default-unstated", "dimension-changed"],
    ...["granularity-rule-changed", "group-changed", "limit-raised", "parameter-made-single"],
    ...["parameter-role-changed", "population-changed", "retirement-lifted", "unknown", "values-unlisted"],
  ],
  "inline-responses": [
    ...["reference-changed", "response-type-renamed", "schema-added", "schema-removed", "schema-renamed"],
  ],
  "hostile-strings": ["parameter-added", "property-added", "schema-added"],
};

describe("other facts", () => {
  test.each(Object.entries(otherFacts))("%s", async (name, expected) => {
    expect(await said([name])).toEqual(expected);
  });

  test.each(Object.entries(kindsOf))("%s", async (name, expected) => {
    const kinds = (await said([name])).flatMap(
      (line) => line.match(/(?:major|minor|patch) ([a-z-]+)/)?.[1] ?? [],
    );
    expect([...new Set(kinds)].sort()).toEqual(expected);
  });

  test("every variant is in a table", () => {
    const told = [...preservingVariants, ...Object.keys(otherFacts), ...Object.keys(kindsOf)];
    expect(told.sort()).toEqual([...allVariants].sort());
  });
});
