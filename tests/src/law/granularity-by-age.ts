import type { Granularity } from "@ldusage/types/catalog";

const minuteMs = 60_000;
const hourMs = 60 * minuteMs;
const marginMs = 2 * minuteMs;

export interface Age {
  readonly fromMs: number;
  readonly toMs: number;
  readonly nowMs: number;
  readonly dayOf: (timeMs: number) => readonly [startMs: number, endMs: number];
}

/**
 * The finest granularity that can be had at a time, where ranges within the past two hours come by the minute,
 * within the past two days by the hour, and all others by the day. With a margin of two minutes, minutes start at
 * a full hour and hours at a midnight, unless the range as a whole is recent enough.
 */
export function granularityByAge({ fromMs, toMs, nowMs, dayOf }: Age): (timeMs: number) => Granularity {
  const minutesMs = nowMs - 2 * hourMs + marginMs;
  const hoursMs = nowMs - 48 * hourMs + marginMs;
  if (fromMs - (fromMs % minuteMs) >= minutesMs) return () => "minutely";
  const firstHourMs = Math.ceil(minutesMs / hourMs) * hourMs;
  const recent = (timeMs: number): Granularity => (timeMs >= firstHourMs ? "minutely" : "hourly");
  if (fromMs - (fromMs % hourMs) >= hoursMs) return recent;
  const [, firstDayMs] = dayOf(hoursMs - 1);
  // Where midnight is not at a full hour, hours cannot follow days.
  if (firstDayMs % hourMs !== 0 && toMs > firstDayMs) return () => "daily";
  return (timeMs) => (timeMs >= firstDayMs ? recent(timeMs) : "daily");
}
