import type { OperationDescriptor } from "@ldusage/types/catalog";
import { banner } from "./banner.ts";
import {
  describeAdditivity,
  describeDefaultFrom,
  describeGranularity,
  describeGroups,
  describeMeasure,
  describeUnit,
} from "./describe-facts.ts";
import { tableCell } from "./escape.ts";

/** The reference page of all operations, for readers. */
export function renderOperationsGuide(operations: readonly OperationDescriptor[]): string {
  return `${banner("<!--")}
# Operations

The ${operations.length} operations of the API and what is known of each. "Assumed" marks what the reference does not state.

${operations.map(renderSection).join("\n")}`;
}

function renderSection(operation: OperationDescriptor): string {
  const marks = [operation.deprecated ? "deprecated" : "", operation.retiring ? "retiring" : ""].filter(
    Boolean,
  );
  const rows: [string, string][] = [
    ["Path", `\`${operation.path}\``],
    ["Status", marks.join(", ")],
    ["Counts", `${describeMeasure(operation)}. ${describeAdditivity(operation)}`],
    ["Time on the wire", describeUnit(operation)],
    ["Default start", describeDefaultFrom(operation.defaultFrom)],
    ["Longest range", operation.maxRangeDays === null ? "" : `${operation.maxRangeDays} days`],
    ["Granularity", describeGranularity(operation)],
    ["Groups", describeGroups(operation)],
    [
      "Parameters",
      operation.parameters
        .map(({ name, repeatable }) => `\`${name}\`${repeatable ? " (repeatable)" : ""}`)
        .join(", "),
    ],
    ["Response", operation.response.schema],
  ];
  const table = rows
    .filter(([, text]) => text !== "")
    .map(([label, text]) => `| ${label} | ${tableCell(text)} |\n`);
  return `## ${tableCell(operation.operationId)}

${tableCell(operation.summary)}.

| Fact | Value |
| --- | --- |
${table.join("")}`;
}
