import { banner } from "./banner.ts";
import { factRows } from "./describe-facts.ts";
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
import type { CallOptions } from "../call/call-options.ts";

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
    ...factRows(descriptor).map(([label, text]) => `- ${label}: ${commentText(text)}`),
    "",
    `\`GET ${descriptor.path}\``,
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
