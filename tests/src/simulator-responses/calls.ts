import { type OperationDescriptor, type ParameterRole, parameterWithRole } from "@ldusage/types/catalog";
import { valueInPath } from "../law/choice.ts";

const hourMs = 3_600_000;
const dayMs = 24 * hourMs;

/** Each pair of aggregation and granularity, whole, by each group and by all, in ranges for each granularity by age. */
export function urlsOf(operation: OperationDescriptor, nowMs: number): string[] {
  const name = (role: ParameterRole): string => parameterWithRole(operation, role)?.name ?? "";
  const pairs: [string, string][][] = operation.aggregations.flatMap(({ value, granularities }) =>
    (operation.granularity.mode === "parameter" ? granularities : [""]).map(
      (granularity): [string, string][] => [
        [name("aggregation"), value],
        [name("bucket-width"), granularity],
      ],
    ),
  );
  const values =
    operation.groupBy?.parameter == null ? [] : operation.groupBy.values.map(({ value }) => value);
  const groupings = [[], ...values.map((value) => [value]), values].map((group) =>
    group.map((value): [string, string] => [name("group-by"), value]),
  );
  const queries = (pairs.length === 0 ? [[]] : pairs).flatMap((pair) =>
    groupings.flatMap((grouping) =>
      rangesOf(operation, nowMs).map((range) =>
        [...pair, ...grouping, ...range].filter(([key, value]) => key && value),
      ),
    ),
  );
  const urls = queries.map((query) => `http://simulator${pathOf(operation)}?${new URLSearchParams(query)}`);
  // Where there is nothing to group by, or one thing, the groupings are the same.
  return [...new Set(urls)];
}

/** The default range and, where there is one to give, ranges of an hour, a day and more than the running month. */
function rangesOf(operation: OperationDescriptor, nowMs: number): [string, string][][] {
  const start = parameterWithRole(operation, "range-start");
  const zone = parameterWithRole(operation, "time-zone");
  if (start === undefined) return [[]];
  const unitMs = operation.timeUnit === "s" ? 1000 : 1;
  const lengths = operation.granularity.mode === "age" ? [hourMs, dayMs, 20 * dayMs] : [20 * dayMs];
  return [
    [],
    ...lengths.map((lengthMs): [string, string][] => [
      [start.name, String((nowMs - lengthMs) / unitMs)],
      [zone?.name ?? "", "Asia/Kolkata"],
    ]),
  ];
}

/** The path of an operation, to a place that is there. */
export function pathOf({ path, parameters }: OperationDescriptor): string {
  return path.replace(/\{([^}]+)\}/g, (_match, name: string) => {
    const parameter = parameters.find((one) => one.name === name);
    return parameter === undefined ? "" : valueInPath(parameter);
  });
}
