import { canonicalDimensions, canonicalValue, dimensionLabel } from "../series/dimensions.ts";
import type { SeriesColumn } from "../series/series-table.ts";
import { dimensionOf } from "./dimension-codes.ts";

/** A label for each series, no two the same: readable where that suffices to tell them apart, else canonical. */
export function labelSeries(
  series: readonly Pick<SeriesColumn, "dimensions">[],
  names: readonly string[],
): string[] {
  const labels = series.map(({ dimensions }) =>
    names.length === 0
      ? "value"
      : names.map((name) => dimensionLabel(dimensionOf(dimensions, name))).join(" / "),
  );
  if (new Set(labels).size === labels.length) return labels;
  const [only = ""] = names;
  const seen = new Map<string, number>();
  return series.map(({ dimensions }) => {
    const label =
      names.length === 1 ? canonicalValue(dimensionOf(dimensions, only)) : canonicalDimensions(dimensions);
    const times = (seen.get(label) ?? 0) + 1;
    seen.set(label, times);
    // Two series may say the same of themselves.
    return times === 1 ? label : `${label} (${times})`;
  });
}
