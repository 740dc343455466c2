import { median } from "../processes/median.ts";

/** A ratio with three significant digits, or as a whole number from a thousand on. */
export function formatRatio(ratio: number): string {
  return Math.abs(ratio) < 999.5 ? ratio.toPrecision(3) : ratio.toFixed(0);
}

/** The smallest and the largest of some ratios. */
export function formatRange(ratios: readonly number[]): string {
  return `${formatRatio(Math.min(...ratios))} to ${formatRatio(Math.max(...ratios))}`;
}

/** The median of some ratios, with their range where there are several. */
export function formatRatios(ratios: readonly number[]): string {
  const middle = formatRatio(median(ratios));
  return ratios.length < 2 ? middle : `${middle} (${formatRange(ratios)})`;
}

export function formatMs(durationMs: number): string {
  return durationMs.toFixed(durationMs < 10 ? 2 : 0);
}

export function formatMebibytes(bytes: number): string {
  return (bytes / 2 ** 20).toFixed(1);
}

/** By how much a ratio is above what was promised, in words. */
export function describeExcess(ratio: number, atMost: number): string {
  return `${((ratio / atMost - 1) * 100).toFixed(0)} % over`;
}
