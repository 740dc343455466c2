import type { OperationDescriptor, ParameterDescriptor } from "@ldusage/types/catalog";
import { banner } from "./banner.ts";
import { factRows } from "./describe-facts.ts";
import { codeCell, tableCell } from "./escape.ts";

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
    ["Path", codeCell(operation.path)],
    ["Status", marks.join(", ")],
    ...factRows(operation).map(([label, text]): [string, string] => [label, tableCell(text)]),
    ["Parameters", operation.parameters.map(describeParameter).join(", ")],
    ["Response", codeCell(operation.response.schema)],
  ];
  const table = rows.filter(([, cell]) => cell !== "").map(([label, cell]) => `| ${label} | ${cell} |\n`);
  return `## ${tableCell(operation.operationId)}

${tableCell(operation.summary)}.

| Fact | Value |
| --- | --- |
${table.join("")}`;
}

function describeParameter({ name, repeatable }: ParameterDescriptor): string {
  return `${codeCell(name)}${repeatable ? " (repeatable)" : ""}`;
}
