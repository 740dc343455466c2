import type { OpenApiDocument, OperationEntry } from "../openapi/document.ts";
import { SpecError } from "../openapi/document.ts";
import { isRangeEnd } from "../openapi/is-range-end.ts";
import { deriveAggregations, deriveGranularity } from "./derive-granularity.ts";
import { deriveGroupBy } from "./derive-group-by.ts";
import { type DerivedParameter, deriveParameter, schemaFor, textFact } from "./derive-parameter.ts";
import { deriveResponse } from "./derive-response.ts";
import { operationRules } from "./operation-rules.ts";
import { type Reading, readProse } from "./rule.ts";

/** A sentence or parameter that looks like it states a fact, and that no rule could read. */
export interface Unexplained {
  readonly operationId: string;
  readonly place: string;
  readonly text: string;
}

/** Writes the facts that the prose of one operation states into its schemas and `x-ldusage` members. */
export function deriveOperation(
  document: OpenApiDocument,
  { path, operation }: OperationEntry,
): Unexplained[] {
  const place = `GET ${path}`;
  const reading = readProse(operation.description ?? "", operationRules, place);
  const derived = (operation.parameters ?? []).map((parameter) =>
    deriveParameter(parameter, `${place}, parameter ${parameter.name}`),
  );
  operation["x-ldusage"] = {
    ...timeFacts(derived, place),
    maxRangeDays: reading.facts.get("maxRangeDays") ?? null,
    // With a range, past days are those of the range.
    lookBackDays: derived.some(isRangeEnd) ? null : (reading.facts.get("lookBackDays") ?? null),
    granularity: deriveGranularity(derived, reading, place),
    aggregations: deriveAggregations(derived, reading, place),
    fixedAggregation: null,
    groupBy: deriveGroupBy(derived, reading),
    population: {
      sdkSide: textFact(reading, "sdkSide") ?? "any",
      contextKinds: textFact(reading, "contextKinds") ?? "any",
    },
    response: deriveResponse(document, operation, place),
    retiring: reading.facts.get("retiring") === true,
    evidence: Object.fromEntries(reading.evidence),
  };
  if (reading.facts.get("deprecated") === true) operation.deprecated = true;
  for (const parameter of derived) writeParameter(parameter, derived, place);
  return unexplainedIn(operation.operationId, reading, derived);
}

function timeFacts(derived: readonly DerivedParameter[], place: string): Record<string, unknown> {
  const ends = derived.filter(isRangeEnd);
  if (ends.length === 0) return { timeUnit: null, timeUnitSource: null, defaultFrom: null };
  const units = new Set(ends.map(({ reading }) => textFact(reading, "timeUnit")));
  if (units.size > 1)
    throw new SpecError("derive", place, "start and end of the range do not state the same unit");
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

function writeParameter(
  derived: DerivedParameter,
  siblings: readonly DerivedParameter[],
  place: string,
): void {
  const { parameter, reading, role, dimension } = derived;
  parameter.schema = schemaFor(derived);
  if (derived.repeatable) {
    parameter.style = "form";
    parameter.explode = true;
  }
  const required = requiredSibling(derived, siblings, place);
  parameter["x-ldusage"] = {
    role,
    ...(dimension === undefined ? {} : { dimension }),
    ...(derived.default !== undefined && derived.repeatable ? { default: derived.default } : {}),
    ...(required === undefined ? {} : { requiresExactlyOne: required }),
    evidence: Object.fromEntries(reading.evidence),
  };
}

// The text names the other parameter either as it is spelt or as a noun: "exactly one project key".
function requiredSibling(
  derived: DerivedParameter,
  siblings: readonly DerivedParameter[],
  place: string,
): string | undefined {
  const wanted = textFact(derived.reading, "requiresExactlyOne");
  if (wanted === undefined) return undefined;
  const dimension = wanted.toLowerCase().replaceAll(" ", "-");
  const sibling =
    siblings.find(({ parameter }) => parameter.name === wanted) ??
    siblings.find((candidate) => candidate.dimension === dimension);
  if (sibling !== undefined) return sibling.parameter.name;
  throw new SpecError(
    "derive",
    `${place}, parameter ${derived.parameter.name}`,
    `there is no parameter "${wanted}"`,
  );
}

function unexplainedIn(
  operationId: string,
  reading: Reading,
  derived: readonly DerivedParameter[],
): Unexplained[] {
  const sentences = (place: string, texts: readonly string[]): Unexplained[] =>
    texts.map((text) => ({ operationId, place, text }));
  return [
    ...sentences("description", reading.unexplained),
    ...derived.flatMap((parameter) => {
      const place = `parameter ${parameter.parameter.name}`;
      const noRole = parameter.role === "unknown" ? ["nothing says what the parameter does"] : [];
      return sentences(place, [...parameter.reading.unexplained, ...noRole]);
    }),
  ];
}
