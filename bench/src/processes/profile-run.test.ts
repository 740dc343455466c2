import { setTimeout as sleep } from "node:timers/promises";
import { expect, test } from "vitest";
import { profileRun, sumBySource, summarize } from "./profile-run.ts";

const frame = (functionName: string, url: string) => ({
  functionName,
  url,
  scriptId: "1",
  lineNumber: 0,
  columnNumber: 0,
});

const nodes = [
  { id: 1, callFrame: frame("(idle)", "") },
  { id: 2, callFrame: frame("readMembers", "file:///somewhere/packages/helpers/dist/index.js") },
  { id: 3, callFrame: frame("(garbage collector)", "") },
  { id: 4, callFrame: frame("fetch", "node:internal/deps/undici/undici") },
  { id: 5, callFrame: frame("", "file:///x/node_modules/.pnpm/d3@3/node_modules/@scope/d3/src/a.js") },
  { id: 6, callFrame: frame("readMembers", "file:///somewhere/packages/helpers/dist/index.js") },
  { id: 7, callFrame: frame("run", "file:///x/bench/out/naive.js") },
  { id: 8, callFrame: frame("emit", "node:events") },
];

test("time is told by function and source, the longest first, and idle time is none", () => {
  const profile = summarize({
    nodes,
    samples: [1, 2, 3, 4, 5, 6, 7, 8],
    timeDeltas: [900, 40, 30, 20, 10, 5, 4, 3],
  });
  expect(profile).toEqual([
    { functionName: "readMembers", source: "@ldusage/helpers", selfUs: 45 },
    { functionName: "(garbage collector)", source: "the engine", selfUs: 30 },
    { functionName: "fetch", source: "undici of Node.js", selfUs: 20 },
    { functionName: "(anonymous)", source: "@scope/d3", selfUs: 10 },
    { functionName: "run", source: "out/naive.js", selfUs: 4 },
    { functionName: "emit", source: "Node.js", selfUs: 3 },
  ]);
  expect([...sumBySource(profile, 1)].slice(0, 3)).toEqual([
    ["@ldusage/helpers", 45],
    ["garbage collection", 30],
    ["undici of Node.js", 20],
  ]);
});

test("finds the function that keeps the processor busy", async () => {
  const profile = await profileRun(async () => {
    spin();
    await sleep(1);
    spin();
  });
  expect(profile[0]?.functionName).toBe("spin");
});

function spin(): number {
  let sum = 0;
  for (let step = 0; step < 30_000_000; step += 1) sum = (sum + step * step) % 1_000_003;
  return sum;
}
