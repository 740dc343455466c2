export { type BucketClock, bucketClock } from "./bucket-clock.ts";
export { epochMsOf, type TimeSubject } from "./epoch-ms-of.ts";
export { largestEpochMs } from "./largest-epoch-ms.ts";
export { nextUtcMonthStartMs, utcDayStartMs, utcMonthStartMs } from "./utc-calendar.ts";
