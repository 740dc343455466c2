import type { OperationDescriptor } from "@ldusage/types/catalog";
import type { Difference } from "../change.ts";
import { compareMembers, listed, type MemberRules } from "../compare-members.ts";
import { phrase, plain } from "../phrase.ts";
import { bucketRules } from "./compare-buckets.ts";
import { compareGroupBy } from "./compare-grouping.ts";
import { meaningRules } from "./compare-meaning.ts";
import { compareParameters, renamedParameters } from "./compare-parameters.ts";
import { rangeRules } from "./compare-range.ts";
import { responseRules } from "./compare-response.ts";

/** Everything that differs between two descriptions of one operation. */
export function compareOperation(before: OperationDescriptor, after: OperationDescriptor): Difference[] {
  const renamed = renamedParameters(before, after);
  const { operationId, path } = after;
  const former = { ...renameParameters(before, renamed), operationId, path };
  return [
    ...compareNames(before, after),
    ...[...renamed].map(
      ([now, old]): Difference => ({
        kind: "parameter-renamed",
        what: phrase`The parameter ${old} is called ${now} now.`,
      }),
    ),
    ...listed(compareMembers(former, after, operationRules, plain("the operation"))),
  ];
}

function compareNames(before: OperationDescriptor, after: OperationDescriptor): Difference[] {
  const differences: Difference[] = [];
  if (before.operationId !== after.operationId) {
    differences.push({ kind: "operation-renamed", what: phrase`It was called ${before.operationId}.` });
  }
  if (before.path !== after.path) {
    differences.push({
      kind: "operation-moved",
      what: phrase`The path is ${after.path} now; it was ${before.path}.`,
    });
  }
  return differences;
}

const operationRules: MemberRules<OperationDescriptor> = {
  operationId: () => [],
  path: () => [],
  summary: "prose",
  parameters: compareParameters,
  groupBy: compareGroupBy,
  ...rangeRules,
  ...bucketRules,
  ...meaningRules,
  ...responseRules,
};

/** A description in the new names of its parameters, so that nothing but the names differs by them. */
function renameParameters(
  operation: OperationDescriptor,
  renamed: ReadonlyMap<string, string>,
): OperationDescriptor {
  const newNames = new Map([...renamed].map(([now, old]) => [old, now]));
  const nameOf = (name: string): string => newNames.get(name) ?? name;
  const { parameters, groupBy } = operation;
  return {
    ...operation,
    parameters: parameters.map(({ requiresExactlyOne, ...parameter }) => ({
      ...parameter,
      name: nameOf(parameter.name),
      ...(requiresExactlyOne === undefined ? {} : { requiresExactlyOne: nameOf(requiresExactlyOne) }),
    })),
    groupBy:
      groupBy === null
        ? null
        : { ...groupBy, parameter: groupBy.parameter === null ? null : nameOf(groupBy.parameter) },
  };
}
