import type { PullCase } from "./pull-case.ts";

/** Values by SDK and time. */
export type PulledPoints = ReadonlyMap<string, ReadonlyMap<number, number>>;

/** A way to pull. */
export interface Puller {
  pull(baseUrl: string, pullCase: PullCase): Promise<PulledPoints>;
}

export const accessToken = "api-0123456789abcdef0123456789abcdef";

/** What a response says, as far as it is used. */
interface SeriesList {
  readonly metadata: readonly Readonly<Record<string, unknown>>[];
  readonly series: readonly Readonly<Record<string, number>>[];
}

/** What one writes in a hand-written loop: adds the points of a response to those before. */
export function addPoints(points: Map<string, Map<number, number>>, { metadata, series }: SeriesList): void {
  for (const [index, { sdkName }] of metadata.entries()) {
    const known = points.get(String(sdkName)) ?? new Map<number, number>();
    points.set(String(sdkName), known);
    for (const point of series) {
      const { time, [index]: value } = point;
      if (time !== undefined && value !== undefined) known.set(time, value);
    }
  }
}

/** The calendar months of a range, each with its first and its last millisecond. */
export function monthsOf(from: string, to: string): { readonly fromMs: number; readonly toMs: number }[] {
  const [startMs, endMs] = [Date.parse(from), Date.parse(to)];
  const months: { readonly fromMs: number; readonly toMs: number }[] = [];
  for (let fromMs = startMs; fromMs < endMs; ) {
    const date = new Date(fromMs);
    const nextMs = Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1);
    months.push({ fromMs, toMs: Math.min(nextMs, endMs) - 1 });
    fromMs = nextMs;
  }
  return months;
}
