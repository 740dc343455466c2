import type { GroupByDescriptor, GroupValue, OperationDescriptor } from "@ldusage/types/catalog";
import type { Difference } from "../change.ts";
import { allOf, compareMembers, type MemberRules, namesChanged, type Verdict } from "../compare-members.ts";
import { phrase, plain, quoteJson, quoteList } from "../phrase.ts";

type Operation = OperationDescriptor;

/** The rule for how a series can be broken down. */
export function compareGroupBy(before: Operation, after: Operation): Verdict {
  const { groupBy: old } = before;
  const { groupBy: now } = after;
  if (old !== null && now !== null) {
    return compareMembers(old, now, groupByRules, plain("the breakdown"));
  }
  // A breakdown that can be chosen comes and goes with its parameter.
  if (hasGroupParameter(before) !== hasGroupParameter(after)) return "told elsewhere";
  const values = quoteList((now ?? old)?.values.map(({ value }) => value) ?? []);
  if (now === null) {
    return [{ kind: "group-changed", what: phrase`Series no longer come broken down by ${values}.` }];
  }
  return now.parameter === null
    ? [{ kind: "group-changed", what: phrase`Series always come broken down by ${values}.` }]
    : [{ kind: "group-added", what: phrase`Series can be broken down by ${values}.` }];
}

function hasGroupParameter({ parameters }: Operation): boolean {
  return parameters.some(({ role }) => role === "group-by");
}

const groupByRules: MemberRules<GroupByDescriptor> = {
  parameter: ({ parameter: old }, { parameter: now }) => {
    if (old !== null && now !== null) return [];
    const what =
      now === null
        ? phrase`The breakdown of series can no longer be chosen.`
        : phrase`The breakdown of series is chosen by ${now} now.`;
    return [{ kind: "group-changed", what }];
  },
  values: compareGroupValues,
  alwaysIncluded: ({ alwaysIncluded: old }, { alwaysIncluded: now }) => {
    const { added, removed } = namesChanged(old, now);
    return [
      ...added.map(
        (name): Difference => ({
          kind: "group-changed",
          what: phrase`Series always come broken down by ${name} as well.`,
        }),
      ),
      ...removed.map(
        (name): Difference => ({
          kind: "group-changed",
          what: phrase`Series no longer come broken down by ${name} without being asked.`,
        }),
      ),
    ];
  },
};

function compareGroupValues(before: GroupByDescriptor, after: GroupByDescriptor): Verdict {
  const olds = new Map(before.values.map((group) => [group.value, group]));
  const nows = new Map(after.values.map((group) => [group.value, group]));
  const { added, removed } = namesChanged([...olds.keys()], [...nows.keys()]);
  const kept = [...olds].map(([value, old]): Verdict => {
    const now = nows.get(value);
    return now === undefined ? [] : compareMembers(old, now, groupRules, phrase`the group ${value}`);
  });
  return allOf(
    [
      ...removed.map(
        (value): Difference => ({
          kind: "group-removed",
          what: phrase`Series can no longer be broken down by ${value}.`,
        }),
      ),
      ...added.map(
        (value): Difference => ({
          kind: "group-added",
          what: phrase`Series can be broken down by ${value}.`,
        }),
      ),
    ],
    ...kept,
  );
}

const forms = { key: "keys", id: "internal ids" };

const groupRules: MemberRules<GroupValue> = {
  value: () => [],
  dimension: ({ dimension: old }, { value, dimension: now }) => [
    {
      kind: "group-changed",
      what: phrase`The group ${value} is of the dimension ${quoteJson(now)} now; it was ${quoteJson(old)}.`,
    },
  ],
  form: ({ form: old }, { value, form: now }) => [
    {
      kind: "group-changed",
      what: phrase`The group ${value} is told by ${plain(forms[now])} now; it was by ${plain(forms[old])}.`,
    },
  ],
};
