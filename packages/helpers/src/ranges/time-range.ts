/** A half-open range of time in epoch milliseconds: `fromMs` is inside, `toMs` is not. */
export interface TimeRange {
  readonly fromMs: number;
  readonly toMs: number;
}

/** The part of a range that is inside another one; `undefined` when they do not meet. */
export function intersect(left: TimeRange, right: TimeRange): TimeRange | undefined {
  const fromMs = Math.max(left.fromMs, right.fromMs);
  const toMs = Math.min(left.toMs, right.toMs);
  return fromMs < toMs ? { fromMs, toMs } : undefined;
}
