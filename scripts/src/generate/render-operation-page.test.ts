import { readFile } from "node:fs/promises";
import type { OperationDescriptor } from "@ldusage/types/catalog";
import { describe, expect, test } from "vitest";
import { describeWidgets, service } from "./fixtures/widgets.ts";
import { renderOperationPages } from "./render-operation-pages.ts";
import type { DescribedOperation } from "./render-parameters.ts";

const widgets = describeWidgets();
const fixture = (name: string): Promise<string> =>
  readFile(new URL(`fixtures/${name}.txt`, import.meta.url), "utf8");
const withFacts = (facts: Partial<OperationDescriptor>): DescribedOperation => ({
  ...widgets,
  descriptor: { ...widgets.descriptor, ...facts },
});
const pageOf = (described: DescribedOperation): string =>
  renderOperationPages([described], service)[1]?.text ?? "";
const pitfallsOf = (facts: Partial<OperationDescriptor>): string[] =>
  (/## Pitfalls\n\n([\s\S]*?)\n\n##/.exec(pageOf(withFacts(facts)))?.[1] ?? "").split("\n");

test("an operation that nobody has heard of has a page of all that is known of it", async () => {
  const pages = renderOperationPages([widgets], service);
  expect(pages.map(({ file }) => file)).toEqual(["docs/operations.md", "docs/operations/getWidgetsUsage.md"]);
  expect(pages.map(({ text }) => text)).toEqual([
    await fixture("widgets-overview"),
    await fixture("widgets-page"),
  ]);
});

describe("a page has what its kind of operation needs", () => {
  test("a list has a call and no series", () => {
    const page = pageOf(
      withFacts({
        measure: "list",
        unit: null,
        pairDimension: null,
        additiveAcrossGroups: "not-grouped",
        groupBy: null,
        granularity: { mode: "none" },
        aggregations: [],
        response: {
          kind: "list",
          schema: "WidgetList",
          property: "widgets",
          items: [{ name: "line", dimension: "line-key" }],
        },
      }),
    );
    expect(page).toContain("console.log(answer.widgets.length);");
    expect(page).not.toContain("collectSeries");
    expect(page).toContain("`WidgetList`: `widgets` is a list of objects with `line` (`line-key`).");
    expect(page).toContain("There are no buckets: the answer is a list.");
    expect(page).not.toMatch(/## Groups|Over time|Unit/);
  });

  test("granularity by age is asked for up to now, in days of UTC", () => {
    const steps = [
      { granularity: "hourly", withinMs: 3_600_000 * 48 },
      { granularity: "daily", withinMs: null },
    ] as const;
    const page = pageOf(
      withFacts({
        granularity: { mode: "age", steps },
        aggregations: [],
        additiveOverTime: "always",
        groupBy: null,
      }),
    );
    expect(page).toContain("const { fromMs } = lastDays(7, Date.now());");
    expect(page).toContain("  begin: { epochMs: fromMs },\n});");
    expect(page).toContain("the sum of each day:");
    expect(page).toContain("| all of it within the past 2 days | hourly |\n| anything else | daily |");
    expect(page).toContain(
      "| Where a range may be cut | where the granularity changes, at the start of a wider bucket |",
    );
    expect(page).toContain("a range that begins more than 2 days ago has no hourly points even for its end");
  });

  test("one that takes no range and no parameters says so", () => {
    const page = pageOf(
      withFacts({
        path: "/api/v2/usage/widgets",
        parameters: [],
        timeUnit: null,
        timeUnitSource: null,
        defaultFrom: null,
        maxRangeDays: null,
        lookBackDays: 60,
      }),
    );
    expect(page).toContain("await usage.getWidgetsUsage();");
    expect(page).toContain('collectSeries(usage, "getWidgetsUsage", {})');
    expect(page).toContain(
      "Without the client:\n\n```sh\ncurl 'https://widgets.example/api/v2/usage/widgets' \\",
    );
    expect(page).toContain(
      "| Times on the wire | no range can be given |\n| Looks back | 60 days, always |\n",
    );
    expect(page).toContain("There are none.");
  });

  test("a range that cannot be cut is a short one", () => {
    const unknown = { value: "odd", kind: "unknown", granularities: ["daily"], isDefault: true } as const;
    const page = pageOf(withFacts({ maxRangeDays: 7, aggregations: [unknown] }));
    expect(page.match(/begin: .*\n {2}finish: "[\d-]+"/g)).toEqual([
      'begin: "2026-10-01",\n  finish: "2026-10-08"',
      'begin: "2026-10-01",\n  finish: "2026-10-08"',
    ]);
    expect(page).toContain("| Where a range may be cut | not known (`odd`) |");
    expect(page).toContain('resample(table, { granularity: "monthly", aggregate: "max" })');
  });
});

describe("pitfalls come from facts", () => {
  test.each<[string, Partial<OperationDescriptor>, string]>([
    ["deprecated", { deprecated: true }, "It is deprecated: build nothing new on it"],
    ["seconds", { timeUnit: "s" }, "On the wire `begin` and `finish` count seconds"],
    ["an assumed unit", { timeUnitSource: "assumed" }, "does not state the unit of `begin` and `finish`"],
    ["a year", { maxRangeDays: 365 }, "One request may ask for 365 days, which a leap year is too long for"],
    ["a look-back", { lookBackDays: 60 }, "what is older than 60 days is gone from its answers"],
    [
      "a fixed granularity",
      { granularity: { mode: "fixed", value: "daily", source: "documented" } },
      "There is no granularity parameter, and points are daily",
    ],
    [
      "a fixed window",
      { aggregations: [], fixedAggregation: { kind: "rolling", windowDays: 30 } },
      "Each point covers 30 days, which is no calendar month and no invoice figure",
    ],
    ["a gauge", { measure: "gauge" }, "What is alive in several buckets is counted in each"],
    ["no measure", { measure: "unknown" }, "Nothing states yet what it counts"],
    ["no unit", { unit: null }, "What one unit is, is not stated"],
    [
      "overlap",
      { additiveAcrossGroups: "no" },
      "Groups may overlap, and then their sum is more than the whole",
    ],
    [
      "the primary kind",
      { measure: "distinct", population: { sdkSide: "any", contextKinds: "primary" } },
      "It counts the primary kind of context alone",
    ],
    ["any kind", { measure: "distinct" }, "It does not count the primary kind of context alone"],
    [
      "increments that may be added",
      { measure: "counter", additiveOverTime: "incremental-only" },
      "or ask for `added` points, which may be added.",
    ],
  ])("%s", (_name, facts, sentence) => {
    const found = pitfallsOf(facts).filter((line) => line.includes(sentence));
    expect(found).toHaveLength(1);
    // Each is one sentence, with what to do after the colon.
    expect(found[0]).toMatch(/^- [^\n]+: [^\n]+\.$/);
  });

  test("an operation without any has none", () => {
    const plain: Partial<OperationDescriptor> = {
      parameters: [],
      aggregations: [],
      groupBy: null,
      granularity: { mode: "none" },
      timeUnit: "ms",
      timeUnitSource: "documented",
      maxRangeDays: null,
      measure: "counter",
      additiveAcrossGroups: "not-grouped",
      response: { kind: "series", schema: "WidgetsRep", values: "integer" },
      retiring: false,
    };
    expect(pitfallsOf(plain)).toEqual(["None is known."]);
  });
});

describe("links", () => {
  const named = (operationId: string, facts: Partial<OperationDescriptor> = {}): DescribedOperation =>
    withFacts({ operationId, ...facts });
  const linksOf = (operations: readonly DescribedOperation[], operationId: string): string[] => {
    const page = renderOperationPages(operations, service).find(({ file }) =>
      file.endsWith(`/${operationId}.md`),
    );
    return page?.text.match(/^- (Related|Previous|Next): .*$/gm) ?? [];
  };

  test("lead to the operations before and after, and to those that are alike, the retired ones last", () => {
    const operations = [
      named("getGadgets", { path: "/api/v2/usage/widgets/gadgets", deprecated: true }),
      named("getWidgets", { retiring: false }),
      named("getWidgetNames", {
        path: "/api/v2/usage/widget-names",
        measure: "list",
        unit: null,
        retiring: false,
      }),
      named("getWidgetsTotal", { path: "/api/v2/usage/widgets-total", retiring: false }),
    ];
    expect(linksOf(operations, "getWidgets")).toEqual([
      "- Related: [getWidgetsTotal](getWidgetsTotal.md), [getGadgets](getGadgets.md)",
      "- Previous: [getGadgets](getGadgets.md)",
      "- Next: [getWidgetNames](getWidgetNames.md)",
    ]);
    expect(linksOf(operations, "getWidgetNames")).toEqual([
      "- Previous: [getWidgets](getWidgets.md)",
      "- Next: [getWidgetsTotal](getWidgetsTotal.md)",
    ]);
  });

  test("and files are apart where names differ in case alone, or are no names", () => {
    const ids = ["getMauUsage", "getMAUUsage", "../../evil", "..\\evil", "", "日本"];
    const pages = renderOperationPages(
      ids.map((operationId) => named(operationId)),
      service,
    );
    expect(pages.map(({ file }) => file)).toEqual([
      "docs/operations.md",
      "docs/operations/getMauUsage.md",
      "docs/operations/getMAUUsage-2.md",
      "docs/operations/Evil.md",
      "docs/operations/Evil-2.md",
      "docs/operations/operation.md",
      "docs/operations/operation-2.md",
    ]);
  });
});
