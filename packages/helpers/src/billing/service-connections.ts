import { service } from "@ldusage/types/catalog";
import { checkChoice, checkNumber } from "../options/check-option.ts";

/**
 * How to read a usage of service connections.
 *
 * @example
 * ```ts
 * import type { ServiceConnectionsOptions } from "@ldusage/helpers";
 *
 * const options: ServiceConnectionsOptions = { unit: "minutes" };
 * ```
 */
export interface ServiceConnectionsOptions {
  /**
   * What the account's numbers are. The reference says minutes, and the values have fractions; it has also been
   * described as a number of connections. Compare with the Usage page of your account; `hintServiceConnectionUnit`
   * tells which one is plausible.
   */
  readonly unit: "minutes" | "connections";
}

/**
 * A usage of service connections as the number of connections that are billed. A month counts as 43,800 minutes
 * whatever its length, and fractions are kept.
 *
 * @throws UsageInputError for anything but a number from 0, and for an unknown unit.
 *
 * @example
 * ```ts
 * import { serviceConnections } from "@ldusage/helpers";
 *
 * serviceConnections(43_800, { unit: "minutes" }); //=> 1
 * ```
 */
export function serviceConnections(usage: number, { unit }: ServiceConnectionsOptions): number {
  checkNumber("usage", usage, usage >= 0, "number from 0");
  checkChoice("unit", unit, ["minutes", "connections"]);
  return unit === "minutes" ? usage / service.minutesPerServiceConnection : usage;
}
