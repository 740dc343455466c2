import type { OperationDescriptor, ParameterDescriptor } from "@ldusage/types/catalog";
import { markdownCode } from "./escape.ts";
import type { PitfallRule } from "./render-operation-pitfalls.ts";

/** What goes wrong with filters and groups. */
export const parameterPitfalls: readonly PitfallRule[] = [
  scopedFilters,
  pathFilters,
  defaultFilters,
  singleFilters,
  idGroups,
  groupNames,
  filtersWithoutGroups,
  includedDimensions,
];

const filtersIn = ({ parameters }: OperationDescriptor, place: string): ParameterDescriptor[] =>
  parameters.filter((parameter) => parameter.role === "filter" && parameter.place === place);
function listOf(names: readonly string[]): string {
  const codes = names.map(markdownCode);
  return codes.length < 2 ? codes.join("") : `${codes.slice(0, -1).join(", ")} and ${codes.at(-1)}`;
}

function scopedFilters({ parameters }: OperationDescriptor): string[] {
  return parameters.flatMap(({ name, requiresExactlyOne }) =>
    requiresExactlyOne === undefined
      ? []
      : [
          `${markdownCode(name)} needs exactly one ${markdownCode(requiresExactlyOne)}: make one call for each ${markdownCode(requiresExactlyOne)}.`,
        ],
  );
}

function pathFilters(operation: OperationDescriptor): string[] {
  const names = filtersIn(operation, "path").map(({ name }) => name);
  return names.length === 0
    ? []
    : [`One call is about one ${listOf(names)}: make a call for each, and let the client encode the path.`];
}

function defaultFilters({ parameters }: OperationDescriptor): string[] {
  return parameters.flatMap(({ name, role, default: value }) =>
    role !== "filter" || value === undefined
      ? []
      : [`Without ${markdownCode(name)} it counts ${markdownCode(value)} alone: name what you want counted.`],
  );
}

function singleFilters(operation: OperationDescriptor): string[] {
  return filtersIn(operation, "query")
    .filter(({ repeatable }) => !repeatable)
    .map(({ name }) => `${markdownCode(name)} takes one value: make one call for each value.`);
}

function idGroups({ groupBy, parameters }: OperationDescriptor): string[] {
  const ids = groupBy?.values.filter(({ form }) => form === "id") ?? [];
  if (ids.length === 0) return [];
  const filters = parameters.filter(
    ({ role, dimension }) => role === "filter" && ids.some((group) => group.dimension === dimension),
  );
  const keys =
    filters.length === 0 ? "" : `, while filters by ${listOf(filters.map(({ name }) => name))} take keys`;
  return [
    `Values of ${listOf(ids.map(({ value }) => value))} are internal ids${keys}: put names beside them with \`joinNames\`.`,
  ];
}

function groupNames({ groupBy, parameters }: OperationDescriptor): string[] {
  if (groupBy === null || groupBy.parameter === null) return [];
  return groupBy.values.flatMap(({ value, dimension, form }) => {
    const filter = parameters.find(
      (parameter) => parameter.role === "filter" && parameter.dimension === dimension,
    );
    if (filter === undefined || filter.name === value || form === "id") return [];
    return [
      `It is ${markdownCode(value)} to group by and ${markdownCode(filter.name)} to filter by: do not mix them up.`,
    ];
  });
}

function filtersWithoutGroups(operation: OperationDescriptor): string[] {
  const { groupBy } = operation;
  if (groupBy === null || groupBy.parameter === null) return [];
  const included = [...groupBy.values.map(({ dimension }) => dimension), ...groupBy.alwaysIncluded];
  const left = filtersIn(operation, "query").filter(
    ({ name, dimension }) =>
      dimension !== undefined && !included.includes(dimension) && !included.includes(name),
  );
  return left.length === 0
    ? []
    : [
        `${listOf(left.map(({ name }) => name))} can be filtered by and not grouped by: make one call for each value.`,
      ];
}

function includedDimensions({ groupBy }: OperationDescriptor): string[] {
  const names = groupBy?.alwaysIncluded ?? [];
  return names.length === 0
    ? []
    : [
        `Every breakdown comes with ${listOf(names)} too, so that one group may be several series: pivot by both.`,
      ];
}
