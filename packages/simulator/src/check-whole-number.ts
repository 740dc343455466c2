import { UsageInputError } from "@ldusage/types/errors";

/** @returns The value. @throws UsageInputError when the value is not a whole number of that range. */
export function checkWholeNumber(
  parameter: string,
  value: unknown,
  least: number,
  most: number = Number.MAX_SAFE_INTEGER,
): number {
  if (typeof value === "number" && Number.isSafeInteger(value) && value >= least && value <= most)
    return value;
  const rule = `it is not a whole number from ${least} to ${most}`;
  throw new UsageInputError({ parameter, value, rule, wayOut: "give one" });
}
