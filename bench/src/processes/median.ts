/** The middle value; the mean of the two in the middle for an even count. `NaN` for none. */
export function median(values: readonly number[]): number {
  const sorted = [...values].sort((left, right) => left - right);
  const upper = Math.floor(sorted.length / 2);
  const high = sorted[upper] ?? Number.NaN;
  const low = sorted.length % 2 === 1 ? high : (sorted[upper - 1] ?? Number.NaN);
  return (low + high) / 2;
}

/** The ratios of two measurements that were taken in the same rounds, round by round. */
export function roundRatios(numerators: readonly number[], denominators: readonly number[]): number[] {
  return numerators.map((numerator, round) => numerator / (denominators[round] ?? Number.NaN));
}

/** The median of the ratios of two measurements that were taken in the same rounds. */
export function medianRatio(numerators: readonly number[], denominators: readonly number[]): number {
  return median(roundRatios(numerators, denominators));
}
