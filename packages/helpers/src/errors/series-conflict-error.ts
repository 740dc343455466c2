import { isUsageError, quoteText, UsageError } from "@ldusage/types/errors";

export interface SeriesConflictErrorFacts {
  /** What the series is, in canonical form. */
  readonly series: string;
  readonly timeMs: number;
  readonly values: readonly [number, number];
}

/** One series has two different values at one time. Neither is taken: only the caller can know which is right. */
export class SeriesConflictError extends UsageError {
  override readonly name = "SeriesConflictError";
  declare readonly series: string;
  declare readonly timeMs: number;
  declare readonly values: readonly [number, number];

  constructor(facts: SeriesConflictErrorFacts) {
    const at = new Date(facts.timeMs).toISOString();
    super(
      `The series ${quoteText(facts.series)} has the values ${facts.values[0]} and ${facts.values[1]} at ${at}.`,
      facts,
    );
  }
}

/** Whether a value is a {@link SeriesConflictError}, also when it comes from another copy of the package. */
export function isSeriesConflictError(value: unknown): value is SeriesConflictError {
  return isUsageError(value) && value.name === "SeriesConflictError";
}
