import { hash32 } from "../account/seeded-random.ts";
import type { EventDay } from "../account/usage-log.ts";
import type { AnswerSwitches } from "./answer-switches.ts";

const dayMs = 86_400_000;
const twoTo32 = 4_294_967_296;
const salt = hash32("late");

/** Marks the events that are not in yet with -1. Each event is late by the same chance, however often it is asked for. */
export function lateEvents(
  nowMs: number,
  lateData: AnswerSwitches["lateData"],
): (day: EventDay, marks: Int32Array) => void {
  if (lateData === undefined) return () => {};
  const settledMs = nowMs - lateData.days * dayMs;
  return (day, marks) => {
    if (day.startMs + dayMs <= settledMs) return;
    const times = day.timesMs();
    const hashes = day.hashes(salt);
    for (let position = 0; position < marks.length; position += 1) {
      const isIn = (hashes[position] ?? 0) < lateData.factor * twoTo32;
      if ((times[position] ?? 0) >= settledMs && !isIn) marks[position] = -1;
    }
  };
}
