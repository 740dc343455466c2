/** What grows, while the other one stays as it is. */
export const axes = {
  series: { fixed: { timeCount: 90 }, name: "seriesCount", first: 125 },
  points: { fixed: { seriesCount: 250 }, name: "timeCount", first: 45 },
} as const;

export type Axis = keyof typeof axes;

/** How many series there are at how many times. */
export interface Size {
  readonly seriesCount: number;
  readonly timeCount: number;
}

/** Sizes along an axis, each twice the one before: from 11,250 values to as many times 2^(count - 1). */
export function sizesAlong(axis: Axis, count: number): Size[] {
  const { fixed, name, first } = axes[axis];
  const whole = { seriesCount: 0, timeCount: 0, ...fixed };
  return Array.from({ length: count }, (_, step) => ({ ...whole, [name]: first * 2 ** step }));
}
