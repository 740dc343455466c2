import { refuseParameter } from "@ldusage/types/runtime";
import type { ParameterCheck } from "./given-parameters.ts";

/** Refuses values that the operation does not accept, and values that are given twice. */
export const checkValues: ParameterCheck = (operation, { values: given }) => {
  for (const { name, values: accepted, repeatable } of operation.parameters) {
    const values = given.get(name);
    if (values === undefined) continue;
    for (const [position, value] of values.entries()) {
      if (accepted !== undefined && !accepted.includes(value)) {
        const parts = value.split(",").map((part) => part.trim());
        const isJoined = repeatable && parts.length > 1 && parts.every((part) => accepted.includes(part));
        throw isJoined
          ? refuseParameter(
              operation,
              name,
              value,
              "it joins several values by commas",
              `give the list ${JSON.stringify(parts)}`,
            )
          : refuseParameter(
              operation,
              name,
              value,
              "it is not one of the accepted values",
              `use one of ${accepted.map((text) => JSON.stringify(text)).join(", ")}`,
            );
      }
      if (values.indexOf(value) !== position) {
        throw refuseParameter(operation, name, value, "it is given twice", "give each value once");
      }
    }
  }
};
