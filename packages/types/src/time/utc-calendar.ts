const dayMs = 86_400_000;

/** Start of the UTC day that holds a time, in epoch milliseconds. */
export function utcDayStartMs(epochMs: number): number {
  return Math.floor(epochMs / dayMs) * dayMs;
}

/** Start of the UTC calendar month that holds a time, in epoch milliseconds. */
export function utcMonthStartMs(epochMs: number): number {
  const date = new Date(epochMs);
  return utcMonth(date.getUTCFullYear(), date.getUTCMonth());
}

/** Start of the UTC calendar month after the one that holds a time, in epoch milliseconds. */
export function nextUtcMonthStartMs(epochMs: number): number {
  const date = new Date(epochMs);
  return utcMonth(date.getUTCFullYear(), date.getUTCMonth() + 1);
}

// Date.UTC reads the years 0 to 99 as 1900 to 1999.
function utcMonth(year: number, month: number): number {
  return new Date(0).setUTCFullYear(year, month, 1);
}
