import type { OperationDescriptor, ServiceDescriptor } from "@ldusage/types/catalog";
import { banner } from "./banner.ts";
import { commentText, constantName, literal, propertyName } from "./escape.ts";

/** One frozen constant for each operation, so that a program can take the facts of the operations that it calls. */
export function renderOperations(operations: readonly OperationDescriptor[]): string {
  const constants = operations.map(
    (operation) => `/** Facts of \`GET ${commentText(operation.path)}\`. */
export const ${constantName(operation.operationId)}: OperationDescriptor = /* @__PURE__ */ deepFreeze(${render(operation, "")});
`,
  );
  return `${banner("//")}
import { deepFreeze } from "../deep-freeze.ts";
import type { OperationDescriptor } from "../descriptor.ts";

${constants.join("\n")}`;
}

/** The catalog of facts, made of those constants. */
export function renderCatalog(
  operations: readonly OperationDescriptor[],
  service: ServiceDescriptor,
): string {
  const names = operations.map(({ operationId }) => constantName(operationId));
  const entries = operations.map(({ operationId }, position) => {
    const [property, constant] = [propertyName(operationId), names[position]];
    return property === constant ? `  ${property},\n` : `  ${property}: ${constant},\n`;
  });
  return `${banner("//")}
import { deepFreeze } from "../deep-freeze.ts";
import type { OperationDescriptor, ServiceDescriptor } from "../descriptor.ts";
import {
${names.map((name) => `  ${name},\n`).join("")}} from "./operations.ts";
import type { OperationParameters } from "./parameters.ts";

/** The facts of every operation, by operation id. */
export const catalog: Readonly<Record<keyof OperationParameters, OperationDescriptor>> = /* @__PURE__ */ Object.freeze({
${entries.join("")}});

/** The facts about the service as a whole. */
export const service: ServiceDescriptor = /* @__PURE__ */ deepFreeze(${render(service, "")});
`;
}

/** A JSON value as a TypeScript expression. Short values stay on one line. */
function render(value: unknown, indent: string): string {
  const flat = renderFlat(value);
  if (typeof value !== "object" || value === null || flat.length + indent.length <= 110) return flat;
  const inner = `${indent}  `;
  if (Array.isArray(value)) {
    return `[\n${value.map((item) => `${inner}${render(item, inner)},\n`).join("")}${indent}]`;
  }
  const members = Object.entries(value).map(
    ([name, member]) => `${inner}${propertyName(name)}: ${render(member, inner)},\n`,
  );
  return `{\n${members.join("")}${indent}}`;
}

function renderFlat(value: unknown): string {
  if (typeof value === "string") return literal(value);
  if (Array.isArray(value)) return `[${value.map(renderFlat).join(", ")}]`;
  if (typeof value !== "object" || value === null) return JSON.stringify(value);
  const members = Object.entries(value).map(
    ([name, member]) => `${propertyName(name)}: ${renderFlat(member)}`,
  );
  return members.length === 0 ? "{}" : `{ ${members.join(", ")} }`;
}
