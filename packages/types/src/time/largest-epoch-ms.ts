/** The largest distance from the epoch that a `Date` can hold, in milliseconds (ECMA-262 21.4.1.1). */
export const largestEpochMs: number = 8.64e15;
