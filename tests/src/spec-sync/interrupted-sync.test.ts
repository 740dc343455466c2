import { existsSync } from "node:fs";
import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { startRun } from "@ldusage/scripts/run-lock";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { nextUpstream } from "./next-upstream.ts";
import { makeSyncedCopy, type SyncedCopy } from "./synced-copy.ts";

let copy: SyncedCopy;
let next = "";
let clean = "";
let complete = "";
let durationMs = 0;

beforeAll(async () => {
  copy = await makeSyncedCopy();
  next = join(copy.folder, "next.json");
  await copy.write("next.json", await nextUpstream(copy));
  clean = await copy.hash();
  const startMs = performance.now();
  await copy.sync("--from", next);
  durationMs = performance.now() - startMs;
  complete = await copy.hash();
  await copy.restore();
}, 300_000);
afterEach(() => copy.restore());
afterAll(() => copy.remove());

test("killed at any moment, the tree is clean or complete once any run has looked at it", async () => {
  expect(await copy.hash()).toBe(clean);
  // At random, and mostly late: files are written at the end.
  for (const earliest of [0.3, 0.8, 0.95]) {
    const moment = durationMs * (earliest + Math.random() / 10);
    const { child, ended } = copy.startSync("--from", next);
    const timer = setTimeout(() => child.kill("SIGKILL"), moment);
    await ended;
    clearTimeout(timer);
    // What it left is in a folder that git ignores, until the next run.
    const place = `killed after ${moment} of ${durationMs} ms`;
    expect(await copy.checkDrift(), place).toMatchObject({ code: 0, stderr: "" });
    expect([clean, complete], place).toContain(await copy.hash());
    await copy.restore();
  }
}, 600_000);

describe("a signal to end", () => {
  test.each(["SIGINT", "SIGTERM"] as const)("%s leaves nothing behind", async (signal) => {
    const { child, ended } = copy.startSync("--from", next);
    await expect
      .poll(() => existsSync(join(copy.folder, ".spec-sync/runs")), { interval: 5, timeout: 50_000 })
      .toBe(true);
    child.kill(signal);
    expect(await ended).toMatchObject({ code: null, signal });
    expect(await copy.hash()).toBe(clean);
    expect(await readdir(copy.folder)).not.toContain(".spec-sync");
  });
});

test("while one run is at work, a second says so and fails", async () => {
  // This process is at work.
  const end = startRun(copy.folder);
  const second = await copy.sync("--from", next);
  expect(second).toMatchObject({
    code: 1,
    stdout: "",
    stderr: `lock: .spec-sync/runs/${process.pid}: process ${process.pid} is at work on this tree; wait until it has ended, or delete the file if it is something else\nNothing was written.\n`,
  });
  expect((await copy.checkDrift()).code).toBe(1);
  end();
  expect(await copy.hash()).toBe(clean);
  expect((await copy.sync("--from", next, "--dry-run")).code).toBe(10);
}, 300_000);
