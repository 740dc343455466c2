export type * from "./descriptor.ts";
export { catalog, service } from "./generated/catalog.ts";
export { describeOperation, parameterWithRole } from "./lookup.ts";
