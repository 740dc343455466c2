import type { OperationDescriptor } from "@ldusage/types/catalog";
import { describeDefaultFrom } from "../../generate/describe-facts.ts";
import { isRangeEnd } from "../../openapi/is-range-end.ts";
import type { Difference } from "../change.ts";
import type { MemberRules, Verdict } from "../compare-members.ts";
import { type Phrase, phrase, plain } from "../phrase.ts";

type Operation = OperationDescriptor;

/** Rules for the range of an operation: its unit, its default start and how long it may be. */
export const rangeRules: Pick<
  MemberRules<Operation>,
  "timeUnit" | "timeUnitSource" | "defaultFrom" | "maxRangeDays" | "lookBackDays"
> = {
  timeUnit: compareUnit,
  timeUnitSource: compareUnitSource,
  defaultFrom: compareStart,
  maxRangeDays: ({ maxRangeDays: old }, { maxRangeDays: now }) => [
    limitChange(old ?? Number.POSITIVE_INFINITY, now ?? Number.POSITIVE_INFINITY),
  ],
  lookBackDays: compareLookBack,
};

const words = { ms: "milliseconds", s: "seconds" };

function compareUnit(before: Operation, after: Operation): Verdict {
  const { timeUnit: old } = before;
  const { timeUnit: now } = after;
  // A range that comes or goes is told by its parameters.
  if (old === null || now === null) return hasRange(before) === hasRange(after) ? [] : "told elsewhere";
  const source = plain(after.timeUnitSource === "documented" ? "as upstream states" : "which is assumed");
  const assumed = plain(before.timeUnitSource === "documented" ? "" : ", which was assumed");
  const what = phrase`The range is sent in ${plain(words[now])} now, ${source}; it was ${plain(words[old])}${assumed}.`;
  return [{ kind: "unit-changed", what }];
}

function compareUnitSource(before: Operation, after: Operation): Verdict {
  if (before.timeUnit !== after.timeUnit) {
    const isTold =
      (before.timeUnit !== null && after.timeUnit !== null) || hasRange(before) !== hasRange(after);
    return isTold ? "told elsewhere" : [];
  }
  if (after.timeUnit === null || after.timeUnitSource === null || before.timeUnitSource === null) return [];
  const unit = plain(words[after.timeUnit]);
  return after.timeUnitSource === "documented"
    ? [
        {
          kind: "documented",
          what: phrase`Upstream states the unit of the range now: ${unit}, as was assumed.`,
        },
      ]
    : [{ kind: "assumed", what: phrase`Upstream no longer states the unit of the range, ${unit}.` }];
}

function hasRange({ parameters }: Operation): boolean {
  return parameters.some(isRangeEnd);
}

function compareStart(before: Operation, after: Operation): Verdict {
  if (hasRange(before) !== hasRange(after)) return "told elsewhere";
  const [old, now] = [before, after].map(({ defaultFrom }) => startWords(defaultFrom));
  return [
    defaultChange(plain("a start"), old && phrase`it began ${old}`, now && phrase`the range begins ${now}`),
  ];
}

function startWords(defaultFrom: Operation["defaultFrom"]): Phrase | undefined {
  if (defaultFrom === null) return undefined;
  const words = describeDefaultFrom(defaultFrom);
  return plain(defaultFrom.kind === "month-start" ? `at the ${words}` : words);
}

/** What happens without a value: a default that changed, is stated for the first time, or is no longer stated. */
export function defaultChange(missing: Phrase, old: Phrase | undefined, now: Phrase | undefined): Difference {
  if (now === undefined) {
    return {
      kind: "default-unstated",
      what: phrase`What happens without ${missing} is no longer stated; ${old ?? plain("nothing was")}.`,
    };
  }
  return old === undefined
    ? { kind: "default-stated", what: phrase`Without ${missing}, ${now}; that was not stated.` }
    : { kind: "default-changed", what: phrase`Without ${missing}, ${now} now; ${old}.` };
}

function limitChange(old: number, now: number): Difference {
  if (now === Number.POSITIVE_INFINITY) {
    return { kind: "limit-raised", what: phrase`No longest range is stated any more; it was ${old} days.` };
  }
  const before = old === Number.POSITIVE_INFINITY ? plain("none was stated") : phrase`it was ${old} days`;
  return {
    kind: now < old ? "limit-lowered" : "limit-raised",
    what: phrase`The longest range of one request is ${now} days now; ${before}.`,
  };
}

function compareLookBack({ lookBackDays: old }: Operation, { lookBackDays: now }: Operation): Verdict {
  if (old === null || now === null) return [];
  return [
    {
      kind: now < old ? "look-back-shortened" : "look-back-extended",
      what: phrase`It looks back ${now} days now; it was ${old} days.`,
    },
  ];
}
