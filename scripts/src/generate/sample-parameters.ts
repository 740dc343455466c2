import type { OperationDescriptor, ParameterDescriptor } from "@ldusage/types/catalog";
import type { OperationObject } from "../openapi/document.ts";
import type { DescribedOperation } from "./render-parameters.ts";

const dayMs = 86_400_000;
const fromMs = Date.UTC(2026, 9, 1);
const sampleDays = 31;

/** A range, each end as a date. */
export interface SampleRange {
  readonly from: string;
  readonly to: string;
}

/** A month, or as much of it as one request may ask for. */
export function sampleRange({ maxRangeDays }: OperationDescriptor): SampleRange {
  const days = Math.min(sampleDays, maxRangeDays ?? sampleDays);
  const isoDate = (epochMs: number): string => new Date(epochMs).toISOString().slice(0, "YYYY-MM-DD".length);
  return { from: isoDate(fromMs), to: isoDate(fromMs + days * dayMs) };
}

/** A value that a parameter takes: the first accepted one, else the documented example, else a made-up text. */
export function sampleValue(
  { name, values, dimension }: ParameterDescriptor,
  { parameters = [] }: OperationObject,
): string {
  const documented = parameters.find((parameter) => parameter.name === name)?.example;
  const sample = typeof documented === "string" ? documented : `${dimension ?? name}-1`;
  return values?.[0] ?? sample;
}

/** Parameters that make a good first call, as text: what is required, a range, a breakdown, an aggregation. */
export function sampleParameters(
  { descriptor, operation }: DescribedOperation,
  range: SampleRange,
  aggregation?: string,
): [name: string, value: string][] {
  const { groupBy } = descriptor;
  // Names say more than ids.
  const group = groupBy?.values.find(({ form }) => form === "key") ?? groupBy?.values[0];
  return descriptor.parameters.flatMap((parameter): [string, string][] => {
    const { name, required, role } = parameter;
    if (role === "range-start") return [[name, range.from]];
    if (role === "range-end") return [[name, range.to]];
    if (role === "group-by" && group !== undefined) return [[name, group.value]];
    if (role === "aggregation" && aggregation !== undefined) return [[name, aggregation]];
    return required ? [[name, sampleValue(parameter, operation)]] : [];
  });
}
