import type { OperationDescriptor, ServiceDescriptor } from "@ldusage/types/catalog";
import { codeCell, markdownCode, markdownText } from "./escape.ts";
import { frontMatter } from "./front-matter.ts";
import { guideLinks } from "./operation-guides.ts";
import { relatedOperations } from "./related-operations.ts";
import { renderCalls } from "./render-operation-call.ts";
import { renderCounts } from "./render-operation-counts.ts";
import { renderGroups, renderParameterTable } from "./render-operation-parameters.ts";
import { renderPitfalls } from "./render-operation-pitfalls.ts";
import { renderGranularity, renderRange } from "./render-operation-time.ts";
import type { DescribedOperation } from "./render-parameters.ts";

/** What a page may link to. */
export interface PageContext {
  readonly service: ServiceDescriptor;
  /** All operations in the order of their pages. */
  readonly operations: readonly OperationDescriptor[];
  /** The file of each operation's page, beside this one. */
  readonly files: ReadonlyMap<OperationDescriptor, string>;
}

/** The page of one operation: everything that is known of it, for readers. */
export function renderOperationPage(described: DescribedOperation, context: PageContext): string {
  const { descriptor } = described;
  return `${frontMatter(descriptor.operationId, "Operations")}
# ${markdownText(descriptor.operationId)}

${markdownText(descriptor.summary).replace(/\.$/, "")}.

${markdownCode(`GET ${descriptor.path}`)}

${describeStatus(descriptor, context.service)}

## Call

${renderCalls(described, context.service)}
## Pitfalls

${renderPitfalls(descriptor)}
## What it counts

${renderCounts(descriptor)}
## Range

${renderRange(descriptor)}
## Granularity

${renderGranularity(descriptor)}
## Parameters

${renderParameterTable(descriptor)}
${renderGroups(descriptor)}## Response

${describeResponse(descriptor)}

Documented statuses: ${descriptor.statuses.join(", ")}. The client retries 429 and 503, documented or not.

## See also

${renderLinks(descriptor, context)}`;
}

function describeStatus({ deprecated, retiring }: OperationDescriptor, service: ServiceDescriptor): string {
  const header = markdownCode(`${service.versionHeader}: ${service.versionValue}`);
  const marks = [
    `Status: ${markdownText(service.versionValue)}`,
    ...(deprecated ? ["deprecated"] : []),
    ...(retiring ? ["the reference advises against relying on it"] : []),
  ];
  return `${marks.join("; ")}. Every request needs the header ${header}, which the client sends.`;
}

function describeResponse({ response }: OperationDescriptor): string {
  const schema = markdownCode(response.schema);
  if (response.kind === "series") {
    return `${schema}: time series of ${response.values === "integer" ? "whole numbers" : "numbers with fractions"}.`;
  }
  const { property, items } = response;
  const what =
    typeof items === "string"
      ? `texts, each a ${markdownCode(items)}`
      : `objects with ${items.map(({ name, dimension }) => `${markdownCode(name)} (${codeCell(dimension)})`).join(" and ")}`;
  return `${schema}: ${markdownCode(property)} is a list of ${what}.`;
}

function renderLinks(operation: OperationDescriptor, { operations, files }: PageContext): string {
  const linkTo = (other: OperationDescriptor): string =>
    `[${markdownText(other.operationId)}](${files.get(other)})`;
  const position = operations.indexOf(operation);
  const [previous, next] = [operations[position - 1], operations[position + 1]];
  const rows: [string, string[]][] = [
    ["Related", relatedOperations(operation, operations).map(linkTo)],
    ["Guides", guideLinks(operation)],
    ["Previous", previous === undefined ? [] : [linkTo(previous)]],
    ["Next", next === undefined ? [] : [linkTo(next)]],
    ["All", ["[Operations](../operations.md)"]],
  ];
  return rows
    .filter(([, links]) => links.length > 0)
    .map(([label, links]) => `- ${label}: ${links.join(", ")}\n`)
    .join("");
}
