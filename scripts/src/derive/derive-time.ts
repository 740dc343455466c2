import { SpecError } from "../openapi/document.ts";
import { isRangeEnd } from "../openapi/is-range-end.ts";
import { agree } from "./agree.ts";
import { type DerivedParameter, textFact } from "./derive-parameter.ts";
import { itemSchema } from "./read-structure.ts";

/** The unit of the range parameters and where the range starts when the caller does not say. */
export function deriveTime(derived: readonly DerivedParameter[], place: string): Record<string, unknown> {
  const ends = derived.filter(isRangeEnd);
  if (ends.length === 0) return { timeUnit: null, timeUnitSource: null, defaultFrom: null };
  const units = new Set(ends.map((end) => unitOf(end, place)));
  if (units.size > 1)
    throw new SpecError(
      "derive",
      place,
      "start and end of the range do not state the same unit, or one states a unit that no rule reads",
      "Look at the descriptions of both; teach the rules in scripts/src/derive their wording, or upstream must repair them",
    );
  const unit = [...units][0];
  const unread = ends.find(({ parameter }) =>
    /\b(?:milli)?seconds?\b|\bms\b|\bepoch\b/i.test(parameter.description ?? ""),
  );
  if (unit === undefined && unread !== undefined) {
    // Assuming a unit against words that state one would be worse than stopping.
    const text = JSON.stringify(unread.parameter.description);
    throw new SpecError("derive", place, `no rule reads the unit of "${unread.parameter.name}" in ${text}`);
  }
  const start = ends.find(({ role }) => role === "range-start");
  return {
    timeUnit: unit ?? null,
    timeUnitSource: unit === undefined ? "unstated" : "documented",
    defaultFrom: start?.reading.facts.get("defaultFrom") ?? null,
  };
}

// Formats that say how a number is held, not what it counts.
const unitless = [undefined, "string", "int32", "int64", "float", "double", "number", "integer"];

function unitOf({ parameter, reading }: DerivedParameter, place: string): string | undefined {
  const { format } = itemSchema(parameter);
  const at = `${place}, parameter ${parameter.name}`;
  const told = textFact(reading, "timeUnit");
  // The format's name in the registry of OpenAPI; it counts seconds.
  const stated = format === "unixtime" ? "s" : undefined;
  if (stated !== undefined || unitless.includes(format)) return agree({ fact: "timeUnit", told, stated }, at);
  throw new SpecError(
    "derive",
    at,
    `no rule reads the unit of a time in the format ${JSON.stringify(format)}`,
    "Teach scripts/src/derive/derive-time.ts what it counts; times that are no numbers need a change of the client",
  );
}
