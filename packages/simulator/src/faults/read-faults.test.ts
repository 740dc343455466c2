import { isUsageInputError } from "@ldusage/types/errors";
import { expect, test } from "vitest";
import type { Fault, Faults } from "./fault.ts";
import { readFaults } from "./read-faults.ts";

function refusalOf(action: () => unknown): unknown {
  try {
    return action();
  } catch (error) {
    expect(isUsageInputError(error)).toBe(true);
    return error;
  }
}

const request = { method: "GET", url: "http://simulator/", index: 1 };
const impossible: [string, Fault][] = [
  ["status", { kind: "status", status: 99 }],
  ["status", { kind: "status", status: 600 }],
  ["latencyMs", { kind: "latency", latencyMs: Number.POSITIVE_INFINITY }],
  ["latencyMs", { kind: "latency", latencyMs: -1 }],
  // Timers would cut it to nothing.
  ["latencyMs", { kind: "latency", latencyMs: 2 ** 31 }],
  ["chunkDelayMs", { kind: "slow-body", chunkDelayMs: Number.NaN }],
];

test.each(impossible)("%s is refused at once in a list, case %#", (parameter, fault) => {
  const error = refusalOf(() => readFaults([undefined, fault]));
  expect(error).toMatchObject({ parameter: `faults[1].${parameter}` });
});

test.each(impossible)("%s is refused when a function returns it, case %#", (parameter, fault) => {
  const faultOf = readFaults(() => fault);
  expect(refusalOf(() => faultOf(request))).toMatchObject({ parameter: `faults().${parameter}` });
});

test("an unknown kind is refused", () => {
  // A caller without types may hand over anything.
  const faults = [{ kind: "netwrok" }] as unknown as Faults;
  expect(refusalOf(() => readFaults(faults))).toMatchObject({ parameter: "faults[0]" });
});

test("a list is taken in order, and does not change any more", () => {
  const list: (Fault | undefined)[] = [undefined, { kind: "html" }];
  const faultOf = readFaults(list);
  list.length = 0;
  expect([0, 1, 2].map((index) => faultOf({ ...request, index }))).toEqual([
    undefined,
    { kind: "html" },
    undefined,
  ]);
});
