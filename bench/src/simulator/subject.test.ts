import { expect, test } from "vitest";
import { describeLoads } from "./subject.ts";

const loads = (...figures: readonly number[]) =>
  figures.map((requestsPerSecond) => ({ requestsPerSecond, bytesPerRequest: 640 }));

test("requests a second are told with their ratio to a bare server", () => {
  const section = describeLoads(
    new Map([
      ["simulator", loads(2000, 3000, 1000)],
      ["node:http", loads(4000, 5000, 4000)],
    ]),
  );
  expect(section.tables[0]?.rows).toEqual([
    ["simulator", "", "2000", "1000 to 3000", "640"],
    ["node:http", "0.500 (0.250 to 0.600)", "4000", "4000 to 5000", "640"],
  ]);
  expect(section.goals[0]).toMatchObject({ goal: "at least 2000", measured: "2000", isMet: true });
});
