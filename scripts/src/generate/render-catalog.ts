import type { OperationDescriptor, ServiceDescriptor } from "@ldusage/types/catalog";
import { compareText } from "../openapi/json.ts";
import { banner } from "./banner.ts";
import { literal, propertyName } from "./escape.ts";

/** The catalog of facts as a frozen constant. What several operations have in common is written once. */
export function renderCatalog(
  operations: readonly OperationDescriptor[],
  service: ServiceDescriptor,
): string {
  const shared = nameSharedFacts(operations);
  const constants = [...shared].map(
    ([flat, name]) => `const ${name} = ${render(JSON.parse(flat), "", shared, flat)} as const;\n`,
  );
  const entries = operations.map(
    (operation) => `  ${propertyName(operation.operationId)}: ${render(operation, "  ", shared)},\n`,
  );
  return `${banner("//")}
import { deepFreeze } from "../deep-freeze.ts";
import type { OperationDescriptor, ServiceDescriptor } from "../descriptor.ts";
import type { OperationParameters } from "./parameters.ts";

${constants.join("")}
/** The facts of every operation, by operation id. */
export const catalog: Readonly<Record<keyof OperationParameters, OperationDescriptor>> = /* @__PURE__ */ deepFreeze({
${entries.join("")}});

/** The facts about the service as a whole. */
export const service: ServiceDescriptor = ${renderFrozen(service)};
`;
}

/** Names by JSON text, for every fact of some size that occurs more than once; what is inside others comes first. */
function nameSharedFacts(operations: readonly OperationDescriptor[]): Map<string, string> {
  const counts = new Map<string, number>();
  const count = (value: unknown): void => {
    if (typeof value !== "object" || value === null) return;
    const text = JSON.stringify(value);
    if (text.length >= shortestShared) counts.set(text, (counts.get(text) ?? 0) + 1);
    for (const member of Object.values(value)) count(member);
  };
  for (const operation of operations) Object.values(operation).forEach(count);
  const repeated = [...counts].filter(([, times]) => times > 1).map(([text]) => text);
  const ordered = repeated.sort((left, right) => left.length - right.length || compareText(left, right));
  return new Map(ordered.map((text, position) => [text, `fact${position + 1}`]));
}

// Below that a name saves next to nothing.
const shortestShared = 60;

/** An object as an expression that freezes it and the objects in it, without a function of ours in small bundles. */
function renderFrozen(value: object, indent = ""): string {
  const inner = `${indent}  `;
  const members = Object.entries(value).map(([name, member]: [string, unknown]) => {
    const isObject = typeof member === "object" && member !== null;
    return `${inner}${propertyName(name)}: ${isObject ? renderFrozen(member, inner) : renderFlat(member)},\n`;
  });
  return `/* @__PURE__ */ Object.freeze({\n${members.join("")}${indent}})`;
}

/**
 * A JSON value as a TypeScript expression. Short values stay on one line, and shared ones are named.
 *
 * @param defined JSON text of the value that is being defined, which cannot be named by itself.
 */
function render(
  value: unknown,
  indent: string,
  shared: ReadonlyMap<string, string>,
  defined?: string,
): string {
  const text = JSON.stringify(value);
  const name = text === defined ? undefined : shared.get(text);
  if (name !== undefined) return name;
  if (typeof value !== "object" || value === null) return renderFlat(value);
  const members = Object.entries(value).map(([key, member]) => {
    const label = Array.isArray(value) ? "" : `${propertyName(key)}: `;
    return `${label}${render(member, `${indent}  `, shared)}`;
  });
  const [open, close] = Array.isArray(value) ? ["[", "]"] : ["{ ", " }"];
  const flat =
    members.length === 0 ? `${open}${close}`.replace("{  }", "{}") : `${open}${members.join(", ")}${close}`;
  if (flat.length + indent.length <= 110 && !flat.includes("\n")) return flat;
  const lines = members.map((member) => `${indent}  ${member},\n`).join("");
  return `${open.trim()}\n${lines}${indent}${close.trim()}`;
}

function renderFlat(value: unknown): string {
  return typeof value === "string" ? literal(value) : JSON.stringify(value);
}
