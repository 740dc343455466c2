import type { OperationDescriptor } from "@ldusage/types/catalog";
import { refuseParameter } from "@ldusage/types/errors";
import type { GivenValues } from "./encode-call.ts";

/** Refuses a parameter that needs exactly one value of another one and does not get it. */
export function checkScope(operation: OperationDescriptor, given: GivenValues): void {
  for (const { name, requiresExactlyOne } of operation.parameters) {
    const values = given.get(name);
    if (values === undefined || requiresExactlyOne === undefined) continue;
    const count = given.get(requiresExactlyOne)?.length ?? 0;
    if (count === 1) continue;
    throw refuseParameter(
      operation,
      name,
      values.length === 1 ? values[0] : values,
      `it needs exactly one ${requiresExactlyOne}, and ${count} are given`,
      `give one ${requiresExactlyOne}, or make one call for each`,
    );
  }
}
