import { RowDigest } from "../digest/row-digest.ts";
import type { Digests } from "../program/implementation.ts";

/** A sum of all series of an SDK at a time. */
export interface SdkSum {
  readonly time: number;
  readonly sdkName: string;
  readonly value: number;
}

/**
 * The digest of sums in any order. Floats give other last bits when added in another order; 12 significant digits
 * hold all of the four decimals that sums below a hundred million of generated values have.
 */
export function digestSums(sums: Iterable<SdkSum>): Digests {
  const digest = new RowDigest(12);
  for (const { time, sdkName, value } of sums) digest.add(time, value, [sdkName]);
  return { sums: digest.toString() };
}
