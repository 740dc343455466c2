import { type OperationDescriptor, parameterWithRole } from "@ldusage/types/catalog";
import { banner } from "./banner.ts";
import { commentCode, commentText, constantName, literal } from "./escape.ts";

/** The few facts that a request needs, as one constant for each operation, so that a bundle has only those it names. */
export function renderWireOperations(operations: readonly OperationDescriptor[]): string {
  return `${banner("//")}
import type { WireOperation } from "../core/wire-operation.ts";
${operations.map(renderOperation).join("")}`;
}

function renderOperation(operation: OperationDescriptor): string {
  const { operationId, path, summary, timeUnit, maxRangeDays } = operation;
  const facts: [string, string | number | undefined][] = [
    ["operationId", operationId],
    ["path", path],
    ["timeUnit", timeUnit ?? undefined],
    ["rangeStart", parameterWithRole(operation, "range-start")?.name],
    ["rangeEnd", parameterWithRole(operation, "range-end")?.name],
    ["maxRangeDays", maxRangeDays ?? undefined],
  ];
  const members = facts.flatMap(([name, value]) =>
    value === undefined ? [] : [`  ${name}: ${typeof value === "string" ? literal(value) : value},\n`],
  );
  return `
/**
 * ${commentText(summary).replace(/\.$/, "")}.
 *
 * @example
 * \`\`\`ts
 * import { ${constantName(operationId)} } from "@ldusage/client/core";
 *
 * ${constantName(operationId)}.operationId; //=> ${commentCode(literal(operationId))}
 * \`\`\`
 */
export const ${constantName(operationId)}: WireOperation<${literal(operationId)}> = {
${members.join("")}};
`;
}
