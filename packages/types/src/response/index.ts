export { findOddList } from "./find-odd-list.ts";
export { findOddSeries } from "./find-odd-series.ts";
