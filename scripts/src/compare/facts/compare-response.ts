import type { ListField, OperationDescriptor, ResponseDescriptor } from "@ldusage/types/catalog";
import type { Difference } from "../change.ts";
import { allOf, compareMembers, type MemberRules, namesChanged, type Verdict } from "../compare-members.ts";
import { phrase, plain } from "../phrase.ts";

type Operation = OperationDescriptor;
type Series = Extract<ResponseDescriptor, { kind: "series" }>;
type List = Extract<ResponseDescriptor, { kind: "list" }>;

/** Rules for what an operation answers with. */
export const responseRules: Pick<MemberRules<Operation>, "response" | "statuses"> = {
  response: compareResponse,
  statuses: compareStatuses,
};

function compareResponse({ response: old }: Operation, { response: now }: Operation): Verdict {
  if (old.kind === "series" && now.kind === "series") {
    return compareMembers(old, now, seriesRules, plain("the response"));
  }
  if (old.kind === "list" && now.kind === "list") {
    return compareMembers(old, now, listRules, plain("the response"));
  }
  const what = phrase`The response holds a ${plain(now.kind)} now; it was a ${plain(old.kind)}.`;
  return [{ kind: "response-changed", what }];
}

const shared = {
  kind: (): Verdict => [],
  schema: ({ schema: old }: ResponseDescriptor, { schema: now }: ResponseDescriptor): Verdict => [
    { kind: "response-type-renamed", what: phrase`The type of the response is ${now} now; it was ${old}.` },
  ],
};

const seriesRules: MemberRules<Series> = {
  ...shared,
  values: (_old, { values }) => [
    values === "number"
      ? { kind: "response-changed", what: phrase`The numbers may have fractions now; they were whole.` }
      : { kind: "response-looser", what: phrase`The numbers are whole now; they might have fractions.` },
  ],
};

const listRules: MemberRules<List> = {
  ...shared,
  property: ({ property: old }, { property: now }) => [
    { kind: "response-changed", what: phrase`The list is in ${now} now; it was in ${old}.` },
  ],
  items: ({ items: old }, { items: now }) => {
    if (typeof old === "string" && typeof now === "string") {
      return [
        {
          kind: "dimension-changed",
          what: phrase`The listed texts are of the dimension ${now} now; it was ${old}.`,
        },
      ];
    }
    if (typeof old !== "string" && typeof now !== "string") return compareFields(old, now);
    const words = plain(
      typeof now === "string" ? "texts now; they were objects" : "objects now; they were texts",
    );
    return [{ kind: "response-changed", what: phrase`The listed items are ${words}.` }];
  },
};

function compareFields(before: readonly ListField[], after: readonly ListField[]): Verdict {
  const nows = new Map(after.map((field) => [field.name, field]));
  const { added, removed } = namesChanged(
    before.map(({ name }) => name),
    [...nows.keys()],
  );
  const kept = before.map((old): Verdict => {
    const now = nows.get(old.name);
    return now === undefined ? [] : compareMembers(old, now, fieldRules, phrase`the field ${old.name}`);
  });
  return allOf(
    [
      ...removed.map(
        (name): Difference => ({
          kind: "response-changed",
          what: phrase`The listed items no longer have a field ${name}.`,
        }),
      ),
      ...added.map(
        (name): Difference => ({
          kind: "response-looser",
          what: phrase`The listed items have a field ${name} as well.`,
        }),
      ),
    ],
    ...kept,
  );
}

const fieldRules: MemberRules<ListField> = {
  name: () => [],
  dimension: ({ dimension: old }, { name, dimension: now }) => [
    {
      kind: "dimension-changed",
      what: phrase`The field ${name} of the listed items is of the dimension ${now} now; it was ${old}.`,
    },
  ],
};

function compareStatuses({ statuses: old }: Operation, { statuses: now }: Operation): Verdict {
  return [
    ...now
      .filter((status) => !old.includes(status))
      .map(
        (status): Difference => ({
          kind: "status-added",
          what: phrase`The status ${status} is documented now.`,
        }),
      ),
    ...old
      .filter((status) => !now.includes(status))
      .map(
        (status): Difference => ({
          kind: "status-removed",
          what: phrase`The status ${status} is no longer documented.`,
        }),
      ),
  ];
}
