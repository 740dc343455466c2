import { isUsageError, quoteText, UsageError } from "@ldusage/types/errors";

/**
 * Two values of one series at one time.
 *
 * @example
 * ```ts
 * import type { SeriesConflictErrorFacts } from "@ldusage/helpers";
 *
 * const takeLarger = ({ values }: SeriesConflictErrorFacts): number => Math.max(...values);
 * takeLarger({ series: "{}", timeMs: 0, values: [8, 9] }); //=> 9
 * ```
 */
export interface SeriesConflictErrorFacts {
  /** What the series is, in canonical form. */
  readonly series: string;
  /** Start of the bucket in epoch milliseconds. */
  readonly timeMs: number;
  /** The value of the earlier table first. */
  readonly values: readonly [number, number];
}

/**
 * One series has two different values at one time. Neither is taken: only the caller can know which is right.
 *
 * @example
 * ```ts
 * import { decodeSeries, isSeriesConflictError, mergeTables } from "@ldusage/helpers";
 *
 * const piece = (value: number) => decodeSeries({ metadata: [{ sdk: "a" }], series: [{ time: 0, "0": value }] });
 * let values: readonly number[] = [];
 * try {
 *   mergeTables([piece(1), piece(2)]);
 * } catch (error) {
 *   if (isSeriesConflictError(error)) values = error.values;
 * }
 * values; //=> [1, 2]
 * ```
 */
export class SeriesConflictError extends UsageError {
  override readonly name = "SeriesConflictError";
  /** What the series is, in canonical form. */
  declare readonly series: string;
  /** Start of the bucket in epoch milliseconds. */
  declare readonly timeMs: number;
  /** The value of the earlier table first. */
  declare readonly values: readonly [number, number];

  constructor(facts: SeriesConflictErrorFacts) {
    const at = new Date(facts.timeMs).toISOString();
    super(
      `The series ${quoteText(facts.series)} has the values ${facts.values[0]} and ${facts.values[1]} at ${at}.`,
      facts,
    );
  }
}

/**
 * Whether a value is a {@link SeriesConflictError}, also when it comes from another copy of the package.
 *
 * @example
 * ```ts
 * import { isSeriesConflictError, SeriesConflictError } from "@ldusage/helpers";
 *
 * const error = new SeriesConflictError({ series: "{}", timeMs: 0, values: [1, 2] });
 * error.message; //=> "The series {} has the values 1 and 2 at 1970-01-01T00:00:00.000Z."
 * isSeriesConflictError(error); //=> true
 * isSeriesConflictError(new Error("another")); //=> false
 * ```
 */
export function isSeriesConflictError(value: unknown): value is SeriesConflictError {
  return isUsageError(value) && value.name === "SeriesConflictError";
}
