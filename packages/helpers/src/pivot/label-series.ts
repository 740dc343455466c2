import { canonicalDimensions, canonicalValue, dimensionLabel } from "../series/dimensions.ts";
import type { Dimensions } from "../series/series-table.ts";
import { dimensionOf } from "./dimension-codes.ts";

/** A label for each series, no two the same: readable where that suffices to tell them apart, else canonical. */
export function labelSeries(series: readonly Dimensions[], names: readonly string[]): string[] {
  const labels = series.map((dimensions) =>
    names.length === 0
      ? "value"
      : names.map((name) => dimensionLabel(dimensionOf(dimensions, name))).join(" / "),
  );
  if (new Set(labels).size === labels.length) return labels;
  const [only] = names.length === 1 ? names : [];
  const seen = new Map<string, number>();
  return series.map((dimensions) => {
    const label =
      only !== undefined ? canonicalValue(dimensionOf(dimensions, only)) : canonicalDimensions(dimensions);
    const times = (seen.get(label) ?? 0) + 1;
    seen.set(label, times);
    // Two series may say the same of themselves.
    return times === 1 ? label : `${label} (${times})`;
  });
}
