import type { OperationDescriptor, ParameterDescriptor } from "@ldusage/types/catalog";
import { codeCell, markdownCode } from "./escape.ts";
import { markdownTable } from "./markdown-table.ts";

/** The parameters of an operation, and the groups that it can be broken down by. */
export function renderParameterTable({ parameters }: OperationDescriptor): string {
  if (parameters.length === 0) return "There are none.\n";
  return markdownTable(
    ["Parameter", "Place", "What it does", "Values", "Default"],
    parameters.map((parameter) => [
      codeCell(parameter.name),
      `${parameter.place}${parameter.required ? ", required" : ""}`,
      describeRole(parameter),
      describeValues(parameter),
      parameter.default === undefined ? "" : codeCell(parameter.default),
    ]),
  );
}

function describeRole({ role, dimension, requiresExactlyOne }: ParameterDescriptor): string {
  const what = {
    "range-start": "starts the range",
    "range-end": "ends the range; now, where it is not given",
    "time-zone": "sets the time zone that days begin in",
    filter: "filters",
    "group-by": "breaks the series down",
    aggregation: "chooses what a point covers",
    "bucket-width": "chooses the granularity",
    unknown: "not stated",
  }[role];
  const on = dimension === undefined ? "" : ` by ${codeCell(dimension)}`;
  const scope = requiresExactlyOne === undefined ? "" : `; needs exactly one ${codeCell(requiresExactlyOne)}`;
  return `${what}${on}${scope}`;
}

function describeValues({ role, repeatable, values }: ParameterDescriptor): string {
  const isTime = role === "range-start" || role === "range-end";
  const one = values?.map(codeCell).join(", ") ?? (isTime ? "a time" : "any text");
  return repeatable ? `${one}; one or a list` : one;
}

/** How a series can be broken down; nothing where it cannot. */
export function renderGroups({ groupBy, parameters }: OperationDescriptor): string {
  if (groupBy === null) return "";
  const { parameter, values, alwaysIncluded } = groupBy;
  const how =
    parameter === null
      ? "Every answer is broken down by these, asked for or not."
      : `With ${markdownCode(parameter)}, each value is a field of \`metadata\`.`;
  const always =
    alwaysIncluded.length === 0
      ? ""
      : `\nEvery breakdown comes with ${alwaysIncluded.map(markdownCode).join(" and ")} too.\n`;
  const rows = values.map(({ value, dimension, form }) => {
    const filters = parameters.filter(
      (candidate) => candidate.role === "filter" && candidate.dimension === dimension,
    );
    return [
      codeCell(value),
      codeCell(dimension),
      form === "id" ? "internal ids" : "the values themselves",
      filters.map(({ name }) => codeCell(name)).join(", "),
    ];
  });
  return `## Groups

${how}

${markdownTable(["Group", "Dimension", "Shows", "Filter"], rows)}${always}
`;
}
