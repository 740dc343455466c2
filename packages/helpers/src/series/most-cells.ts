/**
 * The most cells that a response may make: 400 MB of numbers. A small body can promise any number of series, each with
 * a hole at every time.
 */
export const mostCells = 50_000_000;
