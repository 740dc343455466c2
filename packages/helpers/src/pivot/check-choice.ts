import { refuseOption } from "@ldusage/types/errors";

/** Refuses an option that is none of the known ones, for callers without types. */
export function checkChoice(option: string, value: string, known: readonly string[]): void {
  if (known.includes(value)) return;
  throw refuseOption(option, value, "there is no such choice", `use one of ${known.join(", ")}`);
}
