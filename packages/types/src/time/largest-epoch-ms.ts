/**
 * The largest distance from the epoch of a point in time, in milliseconds: the end of the year 9999, beyond which ISO
 * 8601 needs more digits. It leaves calendars room before the end of what a `Date` can hold.
 */
export const largestEpochMs: number = 253_402_300_800_000;
