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
import { commentText, literal, propertyName, typeName } from "./escape.ts";
import type { DescribedOperation } from "./render-parameters.ts";

/** The client's interface: one documented method for each operation, in plain types. */
export function renderMethods(operations: readonly DescribedOperation[]): string {
  const imports = operations
    .map(({ descriptor }) => `  ${typeName(descriptor.operationId)}Parameters,\n`)
    .sort();
  return `${banner("//")}
import type {
${imports.join("")}  components,
} from "@ldusage/types";
import type { CallOptions } from "../call-options.ts";

/** One method for each operation of the API. */
export interface UsageMethods {
${operations.map(renderMethod).join("\n")}}
`;
}

function renderMethod({ descriptor, operation }: DescribedOperation): string {
  const optional = descriptor.parameters.some(({ required }) => required) ? "" : "?";
  const lines = [
    `${commentText(descriptor.summary).replace(/\.$/, "")}.`,
    "",
    ...paragraphs(operation.description ?? ""),
    ...factLines(descriptor),
    "",
    `\`GET ${descriptor.path.replaceAll("`", "")}\``,
    ...(descriptor.deprecated
      ? ["", "@deprecated The published clients mark this operation as deprecated."]
      : []),
  ];
  const comment = lines.map((line) => (line === "" ? "   *\n" : `   * ${line}\n`)).join("");
  return `  /**
${comment}   */
  ${propertyName(descriptor.operationId)}(
    parameters${optional}: ${typeName(descriptor.operationId)}Parameters,
    options?: CallOptions,
  ): Promise<components["schemas"][${literal(descriptor.response.schema)}]>;
`;
}

function paragraphs(description: string): string[] {
  return description
    .split(/\n{2,}/)
    .map(commentText)
    .filter((paragraph) => paragraph !== "")
    .flatMap((paragraph) => [paragraph, ""]);
}

function factLines(descriptor: OperationDescriptor): string[] {
  const facts: [string, string][] = [
    ["Counts", `${describeMeasure(descriptor)}. ${describeAdditivity(descriptor)}`],
    ["Time on the wire", describeUnit(descriptor)],
    ["Default start", describeDefaultFrom(descriptor.defaultFrom)],
    ["Longest range", descriptor.maxRangeDays === null ? "" : `${descriptor.maxRangeDays} days`],
    ["Granularity", describeGranularity(descriptor)],
    ["Groups", describeGroups(descriptor)],
    ["Documented statuses", descriptor.statuses.join(", ")],
  ];
  return facts.filter(([, text]) => text !== "").map(([label, text]) => `- ${label}: ${commentText(text)}`);
}
