/** What a method of forecasting gives, before it is told to the caller. */
export interface Outlook {
  readonly method: "month-curve" | "weekday-run-rate";
  readonly low: number;
  readonly high: number;
  /** What the month will have reached at the end of each day after the last whole one. */
  readonly values: readonly number[];
  readonly monthsUsed: number | undefined;
  readonly weeksUsed: number | undefined;
  /** What forecasts of past months from the same point in them would have been wrong by, relative to what came. */
  readonly errors: readonly number[];
  readonly notes: readonly string[];
}
