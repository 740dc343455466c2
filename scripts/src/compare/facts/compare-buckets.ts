import type { AggregationDescriptor, GranularityRule, OperationDescriptor } from "@ldusage/types/catalog";
import type { Difference } from "../change.ts";
import { allOf, compareMembers, type MemberRules, namesChanged, type Verdict } from "../compare-members.ts";
import { type Phrase, phrase, plain, quoteList } from "../phrase.ts";
import { defaultChange } from "./compare-range.ts";
import { describeRule } from "./describe-granularity.ts";

type Operation = OperationDescriptor;
type Aggregation = AggregationDescriptor;

/** Rules for the buckets of a series: how wide they are, what they cover, and which goes with which. */
export const bucketRules: Pick<
  MemberRules<Operation>,
  "granularity" | "aggregations" | "fixedAggregation"
> = {
  granularity: compareGranularity,
  aggregations: compareAggregations,
  fixedAggregation: ({ fixedAggregation: old }, { fixedAggregation: now }) => [
    coverageChange(plain("The points"), old, now),
  ],
};

function compareGranularity(before: Operation, after: Operation): Verdict {
  const { granularity: old } = before;
  const { granularity: now } = after;
  if (old.mode === "parameter" && now.mode === "parameter") return compareWidths(before, after, old, now);
  if (old.mode === "fixed" && now.mode === "fixed" && old.value === now.value) {
    return now.source === "documented"
      ? [
          {
            kind: "documented",
            what: phrase`Upstream states the granularity now: ${now.value}, as was assumed.`,
          },
        ]
      : [{ kind: "assumed", what: phrase`Upstream no longer states the granularity, ${now.value}.` }];
  }
  return [
    {
      kind: "granularity-rule-changed",
      what: phrase`The granularity is ${describeRule(now)} now; it was ${describeRule(old)}.`,
    },
  ];
}

type Chosen = Extract<GranularityRule, { mode: "parameter" }>;

function compareWidths(before: Operation, after: Operation, old: Chosen, now: Chosen): Verdict {
  const { added, removed } = namesChanged(old.values, now.values);
  // A width that is new, or gone, with an aggregation is told there.
  const isNew = (width: string): boolean => !hasNewPair(before, after, width);
  const isLost = (width: string): boolean => !hasNewPair(after, before, width);
  const differences: Difference[] = [
    ...added.filter(isNew).map(
      (width): Difference => ({
        kind: "granularity-added",
        what: phrase`The granularity ${width} is new.`,
      }),
    ),
    ...removed.filter(isLost).map(
      (width): Difference => ({
        kind: "granularity-removed",
        what: phrase`The granularity ${width} is gone.`,
      }),
    ),
  ];
  if (old.default !== now.default) {
    const words = (width: string | null): Phrase | undefined =>
      width === null ? undefined : phrase`${width}`;
    differences.push(chosenDefault(plain("a granularity"), words(old.default), words(now.default)));
  }
  return differences.length === 0 && added.length + removed.length > 0 ? "told elsewhere" : differences;
}

function chosenDefault(missing: Phrase, old: Phrase | undefined, now: Phrase | undefined): Difference {
  return defaultChange(missing, old && phrase`it was ${old}`, now && phrase`${now} is used`);
}

function hasNewPair(before: Operation, after: Operation, width: string): boolean {
  const has = ({ granularities }: Aggregation): boolean => granularities.some((each) => each === width);
  return after.aggregations.some(
    (aggregation) =>
      has(aggregation) && !before.aggregations.some((old) => old.value === aggregation.value && has(old)),
  );
}

function compareAggregations(before: Operation, after: Operation): Verdict {
  const olds = new Map(before.aggregations.map((aggregation) => [aggregation.value, aggregation]));
  const nows = new Map(after.aggregations.map((aggregation) => [aggregation.value, aggregation]));
  const { added, removed } = namesChanged([...olds.keys()], [...nows.keys()]);
  const hasOtherDefault = defaultAggregation(before) !== defaultAggregation(after);
  const rules: MemberRules<Aggregation> = {
    ...aggregationRules,
    isDefault: () => (hasOtherDefault ? "told elsewhere" : []),
  };
  const kept = [...olds].map(([value, old]): Verdict => {
    const now = nows.get(value);
    return now === undefined ? [] : compareMembers(old, now, rules, phrase`the aggregation ${value}`);
  });
  return allOf(
    [
      ...removed.map(
        (value): Difference => ({
          kind: "aggregation-removed",
          what: phrase`The aggregation ${value} is gone.`,
        }),
      ),
      ...added.map(
        (value): Difference => ({
          kind: "aggregation-added",
          what: phrase`The aggregation ${value} is new; it comes in ${quoteList(nows.get(value)?.granularities ?? [])}.`,
        }),
      ),
      ...defaultAggregationChange(before, after),
    ],
    ...kept,
  );
}

/** The value of the default aggregation; `undefined` where none is stated. */
export function defaultAggregation({ aggregations }: Operation): string | undefined {
  return aggregations.find(({ isDefault }) => isDefault)?.value;
}

function defaultAggregationChange(before: Operation, after: Operation): Difference[] {
  const [old, now] = [defaultAggregation(before), defaultAggregation(after)];
  if (old === now) return [];
  const words = (value: string | undefined): Phrase | undefined =>
    value === undefined ? undefined : phrase`${value}`;
  return [chosenDefault(plain("an aggregation"), words(old), words(now))];
}

const aggregationRules: Omit<MemberRules<Aggregation>, "isDefault"> = {
  value: () => [],
  kind: compareCoverage,
  windowDays: (before, after) =>
    before.kind === after.kind ? compareCoverage(before, after) : "told elsewhere",
  granularities: comparePairs,
};

function compareCoverage(before: Aggregation, after: Aggregation): Verdict {
  return [coverageChange(phrase`The points of the aggregation ${after.value}`, before, after)];
}

function comparePairs(before: Aggregation, after: Aggregation): Verdict {
  const { added, removed } = namesChanged(before.granularities, after.granularities);
  return [
    ...removed.map(
      (width): Difference => ({
        kind: "pair-removed",
        what: phrase`The aggregation ${after.value} no longer comes in ${width}.`,
      }),
    ),
    ...added.map(
      (width): Difference => ({
        kind: "pair-added",
        what: phrase`The aggregation ${after.value} comes in ${width} as well.`,
      }),
    ),
  ];
}

type Coverage = Pick<Aggregation, "kind" | "windowDays"> | null;

function coverageChange(points: Phrase, old: Coverage, now: Coverage): Difference {
  const isLearned = (old?.kind ?? "unknown") === "unknown" && (now?.kind ?? "unknown") !== "unknown";
  return {
    kind: isLearned ? "aggregation-learned" : "aggregation-changed",
    what: phrase`${points} cover ${coverage(now)} now; it was ${coverage(old)}.`,
  };
}

function coverage(covered: Coverage): Phrase {
  switch (covered?.kind) {
    case "month-to-date":
      return plain("the month up to then");
    case "incremental":
      return plain("their own bucket");
    case "rolling":
      return covered.windowDays === undefined
        ? plain("a window of unknown length")
        : phrase`the ${covered.windowDays} days up to then`;
    default:
      return plain("what is not stated");
  }
}
