import type { SeriesIdentity } from "../input/generate-response.ts";
import type { ParsedResponse } from "../input/parse-response.ts";

/** A value with all that identifies it. */
export interface TidyRow extends SeriesIdentity {
  readonly time: number;
  readonly value: number;
}

/** What one writes first: the entries of each point, with the dimensions of their series spread into each row. */
export function toNaiveRows({ metadata, series }: ParsedResponse): TidyRow[] {
  return series.flatMap(({ time, ...values }) =>
    Object.entries(values).map(([key, value]) => {
      const identity = metadata[Number(key)];
      if (identity === undefined || value === undefined) throw new Error(`no series ${key}`);
      return { time, ...identity, value };
    }),
  );
}
