import { expect, test } from "vitest";
import { serviceConnections } from "./service-connections.ts";

test.each([
  [43_800, 1],
  [44_640, 1.0192],
  [43_200, 0.9863],
  [40_320, 0.9205],
  [0, 0],
])("%d minutes are %d connections", (minutes, connections) => {
  expect(serviceConnections(minutes, { unit: "minutes" })).toBeCloseTo(connections, 4);
});

test("connections stay what they are", () => {
  expect(serviceConnections(1.5, { unit: "connections" })).toBe(1.5);
});

test.each([-1, Number.NaN, Number.POSITIVE_INFINITY])("%d is refused", (usage) => {
  expect(() => serviceConnections(usage, { unit: "minutes" })).toThrow(/it is not a number from 0/);
});

test("an unknown unit is refused", () => {
  // Untyped callers can pass anything.
  expect(() => serviceConnections(1, { unit: "minute" as "minutes" })).toThrow(/unit = "minute" is refused/);
});
