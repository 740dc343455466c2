import { UsageDecodeError } from "@ldusage/types/errors";
import type { Dimensions, DimensionValue } from "./series-table.ts";

const deepest = 100;

/**
 * Dimensions of what came as JSON. Any name is kept as data, `__proto__` too.
 *
 * @throws UsageDecodeError when a value is nested deeper than anything that could be worked on.
 */
export function readDimensions(entry: object, operationId?: string): Dimensions {
  if (Object.values(entry).some((value) => isDeeper(value, deepest))) {
    throw new UsageDecodeError({ operationId, found: `"metadata" is nested more than ${deepest} deep` });
  }
  // Values come from JSON, where no other types exist.
  return Object.freeze(Object.assign(Object.create(null) as Record<string, DimensionValue>, entry));
}

function isDeeper(value: unknown, depth: number): boolean {
  if (typeof value !== "object" || value === null) return false;
  return depth === 0 || Object.values(value).some((member) => isDeeper(member, depth - 1));
}

/** A text that is the same for two sets of dimensions exactly when they have the same content. */
export function canonicalDimensions(dimensions: Dimensions): string {
  return canonical(dimensions);
}

/** A text that is the same for two values exactly when they are the same; an absent value has one of its own. */
export function canonicalValue(value: DimensionValue | undefined): string {
  return value === undefined ? "(none)" : canonical(value);
}

/** A dimension's value as a label: text as it is, anything else as JSON, and an absent one as `(none)`. */
export function dimensionLabel(value: DimensionValue | undefined): string {
  if (value === undefined) return "(none)";
  return typeof value === "string" ? value : canonical(value);
}

function canonical(value: DimensionValue): string {
  if (typeof value !== "object" || value === null) return JSON.stringify(value);
  if (Array.isArray(value)) return `[${value.map(canonical).join(",")}]`;
  const members = Object.entries(value).map(
    ([name, member]) => `${JSON.stringify(name)}:${canonical(member)}`,
  );
  return `{${members.sort().join(",")}}`;
}
