import type { OperationDescriptor } from "@ldusage/types/catalog";
import { describeGranularity, describeGroups, measures } from "./describe-facts.ts";
import { markdownText } from "./escape.ts";
import { frontMatter } from "./front-matter.ts";
import { markdownTable } from "./markdown-table.ts";

/** The page of all operations: what each counts and how it is asked, by kind of measure. */
export function renderOperationOverview(
  operations: readonly OperationDescriptor[],
  files: ReadonlyMap<OperationDescriptor, string>,
): string {
  const pathOf = (operation: OperationDescriptor): string => `operations/${files.get(operation)}`;
  const sections = Object.entries(measures).flatMap(([measure, words]) => {
    const found = operations.filter((operation) => operation.measure === measure);
    return found.length === 0 ? [] : [renderSection(words, found, pathOf)];
  });
  return `${frontMatter("Operations", "Operations", operations.map(pathOf))}
# Operations

The operations of the API, ${operations.length} in all, by what they count. Times are in milliseconds (ms) or seconds (s) on the wire;
"assumed" marks what the reference does not state. Each has a page with a call to copy, its pitfalls and all that is known
of it.

${sections.join("\n")}`;
}

function renderSection(
  words: string,
  operations: readonly OperationDescriptor[],
  pathOf: (operation: OperationDescriptor) => string,
): string {
  const rows = operations.map((operation) => [
    `[${markdownText(operation.operationId)}](${pathOf(operation)})<br>${markdownText(operation.summary)}${statusOf(operation)}`,
    operation.unit === null ? "" : markdownText(operation.unit),
    timesOf(operation),
    widthsOf(operation),
    markdownText(describeGroups(operation)),
    operation.maxRangeDays === null ? "" : `${operation.maxRangeDays} days`,
  ]);
  const header = ["Operation", "Unit", "Times", "Granularity", "Groups", "Longest range"];
  return `## ${words.charAt(0).toUpperCase()}${words.slice(1)}

${markdownTable(header, rows)}`;
}

function statusOf({ deprecated, retiring }: OperationDescriptor): string {
  if (deprecated) return " (deprecated)";
  return retiring ? " (retiring)" : "";
}

// Short, as the table is wide: the page says which aggregation comes in which granularity.
function widthsOf(operation: OperationDescriptor): string {
  const { granularity } = operation;
  return granularity.mode === "parameter" ? granularity.values.join(", ") : describeGranularity(operation);
}

function timesOf({ timeUnit, timeUnitSource }: OperationDescriptor): string {
  return `${timeUnit ?? ""}${timeUnitSource === "assumed" ? ", assumed" : ""}`;
}
