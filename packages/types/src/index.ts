/**
 * Types alone: those of the OpenAPI document, and what they say of each operation.
 *
 * @packageDocumentation
 * @mergeModuleWith <project>
 */
export type * from "./descriptor.ts";
export type * from "./generated/parameters.ts";
export type { components, operations, paths } from "./generated/schema.ts";
export type * from "./names.ts";
export type { TimeInput } from "./time-input.ts";
