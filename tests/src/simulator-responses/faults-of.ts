import type { OperationDescriptor } from "@ldusage/types/catalog";
import { Ajv } from "ajv";
import document from "../../../spec/account-usage.json" with { type: "json" };

// What the schemas use of OpenAPI 3.0 means the same in JSON Schema but for `example`, which checks nothing; nor do the
// members of the document around them. Strict: any other keyword that ajv does not know is refused.
const ajv = new Ajv({ strict: true, allErrors: true });
ajv.addVocabulary(["example", ...Object.keys(document)]);
ajv.addSchema(document, "usage");

interface Documented {
  readonly responses: Readonly<Record<string, { readonly content: Content }>>;
}
interface Content {
  readonly "application/json": { readonly schema: { readonly $ref: string } };
}
// Each path has members of its own, so that the file's type has no index.
const paths: Readonly<Record<string, { readonly get: Documented }>> = document.paths;

/** The statuses that are documented for an operation, ascending. */
export function documentedStatuses({ path }: OperationDescriptor): number[] {
  return Object.keys(paths[path]?.get.responses ?? {}).map(Number);
}

/** What is wrong with a body, for the schema that is documented for the status of an operation. */
export function faultsOf({ path }: OperationDescriptor, status: number, body: unknown): unknown {
  const documented = paths[path]?.get.responses[status];
  if (documented === undefined) return `${status} is not documented for ${path}`;
  const { $ref } = documented.content["application/json"].schema;
  const check = ajv.getSchema(`usage${$ref}`);
  if (check === undefined) return `${$ref} is nowhere`;
  const isValid = check(body);
  // Ajv does not say what a compiled schema is.
  const own = (check.schema as { properties: object }).properties;
  // A valid body is an object: each of the schemas says so.
  const members = isValid ? Object.keys(body as object) : [];
  const unknown = members.filter((name) => !Object.hasOwn(own, name));
  return [
    ...(check.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message}`),
    ...unknown,
  ];
}
