import type { OperationDescriptor } from "@ldusage/types/runtime";

/** Values by parameter name, only of parameters that were given. */
export type GivenValues = ReadonlyMap<string, readonly string[]>;

/** What a caller gave, read but not yet written for the wire. */
export interface GivenParameters {
  /** As it came: may be anything. */
  readonly parameters: object;
  /** Every parameter but the ends of the range. */
  readonly values: GivenValues;
  /** In milliseconds since the Unix epoch. */
  readonly startMs: number | undefined;
  readonly endMs: number | undefined;
  readonly nowMs: number;
}

/**
 * A rule that parameters must keep to.
 *
 * @throws UsageInputError for the first parameter that breaks it.
 */
export type ParameterCheck = (operation: OperationDescriptor, given: GivenParameters) => void;
