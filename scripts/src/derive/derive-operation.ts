import type { OpenApiDocument, OperationEntry, OperationObject } from "../openapi/document.ts";
import { SpecError } from "../openapi/document.ts";
import type { Finding } from "../openapi/finding.ts";
import { isRangeEnd } from "../openapi/is-range-end.ts";
import { deriveAggregations, deriveGranularity } from "./derive-granularity.ts";
import { deriveGroupBy } from "./derive-group-by.ts";
import { type DerivedParameter, deriveParameter, schemaFor, textFact } from "./derive-parameter.ts";
import { deriveResponse } from "./derive-response.ts";
import { deriveTime } from "./derive-time.ts";
import { operationRules } from "./operation-rules.ts";
import { type Reading, readProse } from "./rule.ts";

/** A sentence or parameter that looks like it states a fact, and that no rule could read. */
export interface Unexplained {
  readonly operationId: string;
  readonly place: string;
  readonly text: string;
}

export interface DerivedOperation {
  readonly unexplained: readonly Unexplained[];
  /** Facts that need no prose any more. */
  readonly notices: readonly Finding[];
}

/** Writes the facts that the prose of one operation states into its schemas and `x-ldusage` members. */
export function deriveOperation(
  document: OpenApiDocument,
  { path, operation }: OperationEntry,
): DerivedOperation {
  const place = `GET ${path}`;
  const reading = readProse(operation.description ?? "", operationRules, place);
  const derived = (operation.parameters ?? []).map((parameter) =>
    deriveParameter(parameter, `${place}, parameter ${parameter.name}`),
  );
  const isDeprecated = reading.facts.get("deprecated") === true;
  const notices = superfluous(derived, place, isDeprecated && operation.deprecated === true);
  operation["x-ldusage"] = {
    ...deriveTime(derived, place),
    maxRangeDays: maxRangeDays(derived, reading, place),
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
  if (isDeprecated) operation.deprecated = true;
  for (const parameter of derived) writeParameter(parameter, derived, place);
  return { unexplained: unexplainedIn(operation, reading, derived), notices };
}

/** The longest range, which the operation or the ends of the range may tell. */
function maxRangeDays(derived: readonly DerivedParameter[], reading: Reading, place: string): unknown {
  const told = [reading, ...derived.filter(isRangeEnd).map((end) => end.reading)].flatMap(({ facts }) =>
    facts.has("maxRangeDays") ? [facts.get("maxRangeDays")] : [],
  );
  const limits = [...new Set(told)];
  if (limits.length < 2) return limits[0] ?? null;
  throw new SpecError("derive", place, `the longest range is said to be both ${limits.join(" and ")} days`);
}

/** What upstream states as structure by now, so that nothing hangs on its prose. */
function superfluous(
  derived: readonly DerivedParameter[],
  place: string,
  isDeprecationStated: boolean,
): Finding[] {
  const notice = (at: string, fact: string): Finding => ({
    stage: "derive",
    place: at,
    problem: `upstream states "${fact}" itself now, besides telling it in prose`,
    wayOut: undefined,
  });
  return [
    ...(isDeprecationStated ? [notice(place, "deprecated")] : []),
    ...derived.flatMap(({ parameter, toldTwice, isJoined }) => {
      const at = `${place}, parameter ${parameter.name}`;
      const problem = "it takes several values as one text with separators, which callers write themselves";
      return [
        ...toldTwice.map((fact) => notice(at, fact)),
        ...(isJoined ? [{ stage: "derive", place: at, problem, wayOut: undefined }] : []),
      ];
    }),
  ];
}

function writeParameter(
  derived: DerivedParameter,
  siblings: readonly DerivedParameter[],
  place: string,
): void {
  const { parameter, reading, role, dimension } = derived;
  parameter.schema = schemaFor(derived);
  if (derived.isJoined) {
    delete parameter.style;
    delete parameter.explode;
  }
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
  { operationId, description = "" }: OperationObject,
  reading: Reading,
  derived: readonly DerivedParameter[],
): Unexplained[] {
  const sentences = (place: string, texts: readonly string[]): Unexplained[] =>
    texts.map((text) => ({ operationId, place, text }));
  return [
    ...sentences("description", reading.unexplained),
    ...(description.trim() === "" ? sentences("description", ["there is no description"]) : []),
    ...derived.flatMap(({ parameter, role, reading: { unexplained } }) => {
      const isBare = (parameter.description ?? "").trim() === "";
      const noRole = role === "unknown" ? ["nothing says what the parameter does"] : [];
      const byName = isBare && role === "filter" ? ["nothing but its name says what it selects"] : [];
      return sentences(`parameter ${parameter.name}`, [...unexplained, ...noRole, ...byName]);
    }),
  ];
}
