import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { cases } from "../cases.ts";
import { bundleSuite } from "./bundle-suite.ts";
import { runInRuntime } from "./run-in-runtime.ts";
import type { Runtime } from "./runtime.ts";

const scratchDirectory = await mkdtemp(join(tmpdir(), "ldusage-conformance-"));
afterAll(() => rm(scratchDirectory, { recursive: true }));
const bundles = await bundleSuite(scratchDirectory);

const runtime: Runtime = {
  name: "Silent",
  bundle: "command-line",
  checkNames: ["outside"],
  locate: async () => ({ binary: process.execPath }),
  launch: async () => ({ words: "said nothing", checks: [{ name: "outside" }] }),
};

test("bundles need nothing from outside", async () => {
  for (const file of Object.values(bundles)) {
    const code = await readFile(file, "utf8");
    expect(code).toContain("createUsageClient");
    expect(code).not.toMatch(/^\s*(?:import\b[^(]*?|export\b[^(]*?\bfrom\s*)["']/m);
  }
});

test("a runtime that is missing is not run", async () => {
  const missing = { ...runtime, locate: async () => ({ reason: "not there" }) };
  const outcome = await runInRuntime(missing, bundles, scratchDirectory);
  // The cases, the look-out for rejections, two checks of the log, and the check from outside.
  expect(outcome).toEqual({ name: "Silent", notRun: "not there", cases: cases.length + 4 });
});

test("a binary that does not start is not run", async () => {
  const broken = { ...runtime, locate: async () => ({ binary: join(scratchDirectory, "nothing") }) };
  const outcome = await runInRuntime(broken, bundles, scratchDirectory);
  expect(outcome).toMatchObject({ notRun: expect.stringContaining("does not start") });
});

test("cases that send no result have failed", async () => {
  const outcome = await runInRuntime(runtime, bundles, scratchDirectory);
  expect(outcome).toMatchObject({ version: process.versions.node, ending: "said nothing" });
  const results = "results" in outcome ? outcome.results : [];
  expect(results).toHaveLength(cases.length + 4);
  expect(results.filter(({ failure }) => failure === undefined)).toEqual([{ name: "outside" }]);
});
