import { refuseOption } from "@ldusage/types/errors";

/** Refuses an option that is none of the known ones, for callers without types. */
export function checkChoice(option: string, value: string, known: readonly string[]): void {
  if (known.includes(value)) return;
  throw refuseOption(option, value, "there is no such choice", `use one of ${known.join(", ")}`);
}

/** Refuses a number that does not fit, or that is not finite. */
export function checkNumber(option: string, value: number, fits: boolean, what: string): void {
  if (fits && Number.isFinite(value)) return;
  throw refuseOption(option, value, `it is not a ${what}`, "give one");
}
