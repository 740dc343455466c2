import type { OperationDescriptor, ServiceDescriptor } from "@ldusage/types/catalog";
import { banner } from "./banner.ts";
import { literal, propertyName } from "./escape.ts";

/** The catalog of facts as a frozen constant. */
export function renderCatalog(
  operations: readonly OperationDescriptor[],
  service: ServiceDescriptor,
): string {
  const entries = operations.map(
    (operation) => `  ${propertyName(operation.operationId)}: ${render(operation, "  ")},\n`,
  );
  return `${banner("//")}
import { deepFreeze } from "../deep-freeze.ts";
import type { OperationDescriptor, ServiceDescriptor } from "../descriptor.ts";
import type { OperationParameters } from "./parameters.ts";

/** The facts of every operation, by operation id. */
export const catalog: Readonly<Record<keyof OperationParameters, OperationDescriptor>> = /* @__PURE__ */ deepFreeze({
${entries.join("")}});

/** The facts about the service as a whole. */
export const service: ServiceDescriptor = ${renderFrozen(service)};
`;
}

/** An object as an expression that freezes it and the objects in it, without a function of ours in small bundles. */
function renderFrozen(value: object, indent = ""): string {
  const inner = `${indent}  `;
  const members = Object.entries(value).map(([name, member]: [string, unknown]) => {
    const isObject = typeof member === "object" && member !== null;
    return `${inner}${propertyName(name)}: ${isObject ? renderFrozen(member, inner) : renderFlat(member)},\n`;
  });
  return `/* @__PURE__ */ Object.freeze({\n${members.join("")}${indent}})`;
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
