import { refuseParameter } from "@ldusage/types/runtime";
import type { ParameterCheck } from "./given-parameters.ts";

/** Refuses a parameter that the operation does not have: the server would ignore it and answer something else. */
export const checkNames: ParameterCheck = (operation, { parameters }) => {
  for (const name of Object.keys(parameters)) {
    if (operation.parameters.some((known) => known.name === name)) continue;
    if (Reflect.get(parameters, name) === undefined) continue;
    const names = operation.parameters.map((known) => known.name);
    const wayOut = names.length === 0 ? "give none" : `use ${names.join(", ")}`;
    // A foreign member may be anything, such as the client's own options with the token: its value is not shown.
    throw refuseParameter(operation, name, "(not shown)", "the operation has no such parameter", wayOut);
  }
};
