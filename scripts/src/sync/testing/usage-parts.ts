import { methods } from "../../openapi/grammar.ts";
import { usagePathPrefix } from "../../openapi/usage-paths.ts";
import { type Editable, isEditable, objectIn, objectsIn } from "./editable.ts";

/** The path items of the usage operations. */
export function usageItems(document: Editable): [path: string, item: Editable][] {
  return Object.entries(objectIn(document, "paths")).flatMap(([path, item]): [string, Editable][] =>
    path.startsWith(usagePathPrefix) && isEditable(item) ? [[path, item]] : [],
  );
}

/** The usage operations themselves. */
export function usageOperations(document: Editable): { path: string; item: Editable; operation: Editable }[] {
  return usageItems(document).flatMap(([path, item]) =>
    methods.flatMap((method) => {
      const operation = item[method];
      return isEditable(operation) ? [{ path, item, operation }] : [];
    }),
  );
}

/** The parameters of the usage operations. */
export function usageParameters(document: Editable): { path: string; parameter: Editable }[] {
  return usageOperations(document).flatMap(({ path, operation }) =>
    objectsIn(operation, "parameters").map((parameter) => ({ path, parameter })),
  );
}

/** The responses of the usage operations. */
export function usageResponses(
  document: Editable,
): { responses: Editable; status: string; response: Editable }[] {
  return usageOperations(document).flatMap(({ operation }) => {
    const responses = objectIn(operation, "responses");
    return Object.entries(responses).flatMap(([status, response]) =>
      isEditable(response) ? [{ responses, status, response }] : [],
    );
  });
}

/** Names of the schemas that usage operations answer with, straight or through each other. */
export function usageSchemas(document: Editable): Editable[] {
  const schemas = objectIn(objectIn(document, "components"), "schemas");
  const names = new Set(JSON.stringify(usageItems(document)).match(/(?<=#\/components\/schemas\/)[\w.-]+/g));
  for (const name of names) {
    for (const inner of JSON.stringify(schemas[name])?.match(/(?<=#\/components\/schemas\/)[\w.-]+/g) ?? []) {
      names.add(inner);
    }
  }
  return [...names].flatMap((name) => (isEditable(schemas[name]) ? [schemas[name]] : []));
}
