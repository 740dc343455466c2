import { refuseParameter } from "@ldusage/types/runtime";
import type { ParameterCheck } from "./given-parameters.ts";

/** Refuses a parameter that needs exactly one value of another one and does not get it. */
export const checkScope: ParameterCheck = (operation, { values: given }) => {
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
};
