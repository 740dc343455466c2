import { banner } from "./banner.ts";
import { factRows } from "./describe-facts.ts";
import { commentCode, commentText, literal, propertyAccess, propertyName, typeName } from "./escape.ts";
import type { DescribedOperation } from "./render-parameters.ts";
import { sampleValue } from "./sample-parameters.ts";

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

/**
 * One method for each operation of the API.
 *
 * @example
 * \`\`\`ts
 * import { createUsageClient, type UsageMethods } from "@ldusage/client";
 *
 * const usage: UsageMethods = createUsageClient({ accessToken: "api-123" });
 * Object.values(usage).every((member) => typeof member !== "undefined"); //=> true
 * \`\`\`
 */
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
    "",
    ...exampleOf({ descriptor, operation }),
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

/** A call that anyone can copy, with what the operation needs and what is most often wanted of it. */
function exampleOf({ descriptor, operation }: DescribedOperation): string[] {
  const { operationId, groupBy, response } = descriptor;
  const members = descriptor.parameters.flatMap((parameter) => {
    const { name, required, role } = parameter;
    if (required) return [[name, sampleValue(parameter, operation)]];
    if (role === "range-start") return [[name, "2026-11-01"]];
    return name === groupBy?.parameter && groupBy.values[0] ? [[name, groupBy.values[0].value]] : [];
  });
  const written = members.map(([name = "", value = ""]) => `${propertyName(name)}: ${literal(value)}`);
  const parameters = written.length === 0 ? "" : `{ ${written.join(", ")} }`;
  const list = response.kind === "series" ? "series" : response.property;
  return [
    "@example",
    "```ts",
    'import { createUsageClient } from "@ldusage/client";',
    "",
    'const usage = createUsageClient({ accessToken: process.env.LD_ACCESS_TOKEN ?? "" });',
    commentCode(`const answer = await usage${propertyAccess(operationId)}(${parameters});`),
    commentCode(`console.log(answer${propertyAccess(list)}.length);`),
    "```",
  ];
}

function paragraphs(description: string): string[] {
  return description
    .split(/\n{2,}/)
    .map(commentText)
    .filter((paragraph) => paragraph !== "")
    .flatMap((paragraph) => [paragraph, ""]);
}
