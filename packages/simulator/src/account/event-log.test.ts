import { createHash } from "node:crypto";
import { expect, test } from "vitest";
import { attributeOf, internalId } from "./attribute-of.ts";
import { createEventLog, type EventLogOptions } from "./event-log.ts";
import { hash32, seededRandom, shuffled } from "./seeded-random.ts";

const options = { seed: 1, nowMs: Date.UTC(2026, 10, 15, 12), days: 60, contexts: 20 };
const digest = (given: EventLogOptions): string => {
  const events = createEventLog(given).map((event) => ({ ...event, attributes: [...event.attributes] }));
  return createHash("sha256").update(JSON.stringify(events)).digest("hex");
};

test("the same seed gives the same log, on every machine", () => {
  expect(digest(options)).toBe(digest(options));
  expect(digest({ ...options, seed: 2 })).not.toBe(digest(options));
  // A changed value here changes every number that anybody has seen: say so in the changeset.
  expect(digest(options).slice(0, 16)).toMatchInlineSnapshot(`"4b54a65708b6f52a"`);
});

test("events are in order and none is in the future", () => {
  const times = createEventLog(options).map(({ timeMs }) => timeMs);
  expect(times.length).toBeGreaterThan(100);
  expect(times.toSorted((left, right) => left - right)).toEqual(times);
  expect(times.at(-1)).toBeLessThan(options.nowMs);
});

test("a dimension that the account does not know gets made-up values, always the same for an event", () => {
  const [event] = createEventLog(options);
  if (event === undefined) throw new Error("the log is empty");
  expect(attributeOf(event, "planet")).toMatch(/^planet-[1-4]$/);
  expect(attributeOf(event, "planet")).toBe(attributeOf(event, "planet"));
  expect(["mars", "venus"]).toContain(attributeOf(event, "planet", ["mars", "venus"]));
});

test("hashes spread, ids look like ids, and shuffling loses nothing", () => {
  const hashes = new Set(Array.from({ length: 10_000 }, (_, index) => hash32("key", index) % 256));
  expect(hashes.size).toBe(256);
  expect(internalId("project-key", "web")).toMatch(/^[\da-f]{24}$/);
  expect(shuffled(seededRandom(1), [1, 2, 3, 4]).sort()).toEqual([1, 2, 3, 4]);
});
