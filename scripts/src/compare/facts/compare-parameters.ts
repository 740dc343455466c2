import type { OperationDescriptor, ParameterDescriptor } from "@ldusage/types/catalog";
import { isRangeEnd } from "../../openapi/is-range-end.ts";
import { sameJson } from "../../openapi/json.ts";
import type { Difference } from "../change.ts";
import { allOf, compareMembers, type MemberRules, namesChanged, type Verdict } from "../compare-members.ts";
import { phrase, plain, quoteJson, quoteList } from "../phrase.ts";
import { defaultAggregation } from "./compare-buckets.ts";
import { defaultChange } from "./compare-range.ts";

type Operation = OperationDescriptor;
type Parameter = ParameterDescriptor;

/** The rule for parameters, those that were renamed being called the same already. */
export function compareParameters(before: Operation, after: Operation): Verdict {
  const olds = new Map(before.parameters.map((parameter) => [parameter.name, parameter]));
  const nows = new Map(after.parameters.map((parameter) => [parameter.name, parameter]));
  const rules = { ...parameterRules, ...valueRules(before, after) };
  const kept = [...olds].map(([name, old]): Verdict => {
    const now = nows.get(name);
    return now === undefined ? [] : compareMembers(old, now, rules, phrase`the parameter ${name}`);
  });
  const gone = [...olds.keys()].filter((name) => !nows.has(name));
  const fresh = [...nows.values()].filter(({ name }) => !olds.has(name));
  return allOf(
    [
      ...gone.map(
        (name): Difference => ({
          kind: "parameter-removed",
          what: phrase`The parameter ${name} is gone.`,
        }),
      ),
      ...fresh.map(describeNew),
    ],
    ...kept,
  );
}

function describeNew({ name, required, values }: Parameter): Difference {
  const accepts = values === undefined ? plain("") : phrase`; it accepts ${quoteList(values)}`;
  return required
    ? { kind: "required-parameter-added", what: phrase`The parameter ${name} is new and required${accepts}.` }
    : { kind: "parameter-added", what: phrase`The parameter ${name} is new and optional${accepts}.` };
}

/**
 * Former names of parameters, by new name: where exactly one that is gone and exactly one that is new are alike in
 * everything else, and it is known what they do.
 */
export function renamedParameters(before: Operation, after: Operation): ReadonlyMap<string, string> {
  const isIn = (list: readonly Parameter[], { name }: Parameter): boolean =>
    list.some((parameter) => parameter.name === name);
  const gone = before.parameters.filter((parameter) => !isIn(after.parameters, parameter));
  const fresh = after.parameters.filter((parameter) => !isIn(before.parameters, parameter));
  // What one requires may have been renamed with it; where it was not, that is told on its own.
  const traits = ({ name: _name, requiresExactlyOne: _companion, ...rest }: Parameter): object => rest;
  const isTwin = (old: Parameter) => (now: Parameter) =>
    old.role !== "unknown" && sameJson(traits(old), traits(now));
  return new Map(
    gone.flatMap((old) => {
      const twins = fresh.filter(isTwin(old));
      const [twin] = twins;
      const isCertain = twins.length === 1 && twin !== undefined && gone.filter(isTwin(twin)).length === 1;
      return isCertain ? [[twin.name, old.name] as const] : [];
    }),
  );
}

const parameterRules: Omit<MemberRules<Parameter>, "values" | "default"> = {
  name: () => [],
  place: ({ place: old }, { name, place: now }) => [
    {
      kind: "parameter-place-changed",
      what: phrase`The parameter ${name} belongs in the ${plain(now)} now; it was in the ${plain(old)}.`,
    },
  ],
  required: (_old, { name, required }) => [
    required
      ? { kind: "parameter-made-required", what: phrase`The parameter ${name} is required now.` }
      : { kind: "parameter-made-optional", what: phrase`The parameter ${name} is optional now.` },
  ],
  repeatable: (_old, { name, repeatable }) => [
    repeatable
      ? {
          kind: "parameter-made-repeatable",
          what: phrase`The parameter ${name} may be given several values now.`,
        }
      : { kind: "parameter-made-single", what: phrase`The parameter ${name} takes a single value now.` },
  ],
  role: compareRole,
  dimension: compareDimension,
  requiresExactlyOne: compareCompanion,
};

function compareRole(old: Parameter, now: Parameter): Verdict {
  // The ends of a range are given as times, whatever was accepted before.
  const isLearned = old.role === "unknown" && !isRangeEnd(now);
  return [
    {
      kind: isLearned ? "parameter-role-learned" : "parameter-role-changed",
      what: phrase`The role of the parameter ${now.name} is ${now.role} now; it was ${old.role}.`,
    },
  ];
}

function compareDimension({ dimension: old, role }: Parameter, now: Parameter): Verdict {
  // Filters alone have a dimension.
  if ((old === undefined || now.dimension === undefined) && role !== now.role) return "told elsewhere";
  return [
    {
      kind: old === undefined ? "dimension-learned" : "dimension-changed",
      what: phrase`The parameter ${now.name} selects on ${quoteJson(now.dimension)} now; it was ${quoteJson(old)}.`,
    },
  ];
}

function compareCompanion({ requiresExactlyOne: old }: Parameter, now: Parameter): Verdict {
  if (now.requiresExactlyOne !== undefined) {
    const what = phrase`The parameter ${now.name} requires exactly one value of ${now.requiresExactlyOne} now.`;
    return [{ kind: "companion-required", what }];
  }
  const what = phrase`The parameter ${now.name} no longer requires exactly one value of ${quoteJson(old)}.`;
  return [{ kind: "companion-lifted", what }];
}

/** Rules for what is also told of the operation as a whole: the values of some roles, and their defaults. */
function valueRules(before: Operation, after: Operation): Pick<MemberRules<Parameter>, "values" | "default"> {
  return {
    values: (old, now) => {
      const isTold = now.role === old.role && sameChange(before, after, old, now);
      return isTold ? "told elsewhere" : compareValues(old, now);
    },
    default: ({ default: old, role }, { name, default: now, role: newRole }) => {
      const [told, tells] = [defaultOfRole(before, role), defaultOfRole(after, newRole)];
      if (role === newRole && told !== tells && told === old && tells === now) return "told elsewhere";
      return [
        defaultChange(
          phrase`the parameter ${name}`,
          old === undefined ? undefined : phrase`it was ${old}`,
          now === undefined ? undefined : phrase`${now} is used`,
        ),
      ];
    },
  };
}

function compareValues({ values: old }: Parameter, { name, values: now }: Parameter): Verdict {
  if (now === undefined) {
    return [{ kind: "values-unlisted", what: phrase`The parameter ${name} accepts any text now.` }];
  }
  if (old === undefined) {
    return [
      { kind: "values-listed", what: phrase`The parameter ${name} accepts only ${quoteList(now)} now.` },
    ];
  }
  const { added, removed } = namesChanged(old, now);
  const differences: Difference[] = [];
  if (removed.length > 0) {
    const what = phrase`The parameter ${name} no longer accepts ${quoteList(removed)}.`;
    differences.push({ kind: "values-removed", what });
  }
  if (added.length > 0) {
    differences.push({
      kind: "values-added",
      what: phrase`The parameter ${name} accepts ${quoteList(added)} as well.`,
    });
  }
  return differences;
}

/** Whether the facts of the operation lost and gained the same values as the parameter. */
function sameChange(before: Operation, after: Operation, old: Parameter, now: Parameter): boolean {
  const facts = namesChanged(valuesOfRole(before, old.role), valuesOfRole(after, now.role));
  if (
    old.values === undefined ||
    now.values === undefined ||
    facts.added.length + facts.removed.length === 0
  ) {
    return false;
  }
  const values = namesChanged(old.values, now.values);
  const sorted = ({ added, removed }: typeof facts): string[][] => [[...added].sort(), [...removed].sort()];
  return sameJson(sorted(facts), sorted(values));
}

function valuesOfRole(
  { granularity, aggregations, groupBy }: Operation,
  role: Parameter["role"],
): readonly string[] {
  if (role === "aggregation") return aggregations.map(({ value }) => value);
  if (role === "group-by") return groupBy?.values.map(({ value }) => value) ?? [];
  return role === "bucket-width" && granularity.mode === "parameter" ? granularity.values : [];
}

function defaultOfRole(operation: Operation, role: Parameter["role"]): string | undefined {
  if (role === "aggregation") return defaultAggregation(operation);
  const { granularity } = operation;
  return role === "bucket-width" && granularity.mode === "parameter"
    ? (granularity.default ?? undefined)
    : undefined;
}
