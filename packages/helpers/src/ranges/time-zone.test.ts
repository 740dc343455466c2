import { expect, test } from "vitest";

// The other tests run in several zones, which is worth nothing unless the process is really in them.
test("the process is in the zone that the tests are to run in", () => {
  const offsets: Record<string, number> = {
    UTC: 0,
    "Pacific/Apia": -13 * 60,
    "America/Sao_Paulo": 3 * 60,
    "Asia/Kolkata": -330,
  };
  expect(new Date("2026-11-15T12:00:00Z").getTimezoneOffset()).toBe(offsets[process.env["TZ"] ?? ""]);
});
