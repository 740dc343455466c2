export type * from "./descriptor.ts";
export { catalog, service } from "./generated/catalog.ts";
export { aggregationOfValue, describeOperation, parameterWithRole } from "./lookup.ts";
