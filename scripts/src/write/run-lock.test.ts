import { mkdir, mkdtemp, readdir, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { nodeFileSystem } from "./file-system.ts";
import { nodeProcesses } from "./processes.ts";
import { hasTraces, startRun } from "./run-lock.ts";

let root = "";
beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), "ldusage-lock-"));
});
afterEach(() => rm(root, { recursive: true, force: true }));

const running = (own: number, identities: Readonly<Record<number, string>>) => ({
  own,
  identityOf: (pid: number) => identities[pid],
});
const both = { 10: "first", 20: "second" };

test("a run leaves nothing behind", async () => {
  startRun(root)();
  expect(await readdir(root)).toEqual([]);
  expect(hasTraces(root)).toBe(false);
});

test("a second run says who is at work, and the first goes on", async () => {
  const end = startRun(root, nodeFileSystem, running(10, both));
  expect(() => startRun(root, nodeFileSystem, running(20, both))).toThrow(
    "lock: .spec-sync/runs/10: process 10 is at work on this tree; wait until it has ended, or delete the file if it is something else",
  );
  expect(await readdir(join(root, ".spec-sync/runs"))).toEqual(["10"]);
  end();
  startRun(root, nodeFileSystem, running(20, both))();
});

test("of two runs that start at once, never both go on", () => {
  // The second starts when the first has announced itself and has not looked yet.
  let second: unknown;
  const files = {
    ...nodeFileSystem,
    list: (folder: string) => {
      try {
        second ??= startRun(root, nodeFileSystem, running(20, both));
      } catch (error) {
        second = error;
      }
      return nodeFileSystem.list(folder);
    },
  };
  const end = startRun(root, files, running(10, both));
  expect(second).toBeInstanceOf(Error);
  end();
});

test.each([
  ["a process that no longer runs", running(20, { 20: "second" })],
  ["a number that another process has by now", running(20, { 10: "somebody else", 20: "second" })],
])("the file of %s is removed", async (_name, processes) => {
  startRun(root, nodeFileSystem, running(10, both));
  const end = startRun(root, nodeFileSystem, processes);
  expect(await readdir(join(root, ".spec-sync/runs"))).toEqual(["20"]);
  end();
});

test("a file that is about to be written counts, one of no process does not", async () => {
  await mkdir(join(root, ".spec-sync/runs"), { recursive: true });
  await writeFile(join(root, ".spec-sync/runs/10"), "");
  await writeFile(join(root, ".spec-sync/runs/notes.txt"), "");
  expect(() => startRun(root, nodeFileSystem, running(20, both))).toThrow("process 10 is at work");
  await rm(join(root, ".spec-sync/runs/10"));
  startRun(root, nodeFileSystem, running(20, both))();
  expect(await readdir(root)).toEqual([]);
});

test("a folder that a run removes as it ends is made again", () => {
  let isFirst = true;
  const files = {
    ...nodeFileSystem,
    makeFolder: (folder: string) => {
      if (!isFirst) nodeFileSystem.makeFolder(folder);
      isFirst = false;
    },
  };
  startRun(root, files, running(10, both))();
  expect(isFirst).toBe(false);
});

test("processes are told apart", () => {
  expect(nodeProcesses.identityOf(process.pid)).toBe(nodeProcesses.identityOf(process.pid));
  expect(nodeProcesses.identityOf(process.ppid)).not.toBe(nodeProcesses.identityOf(process.pid));
  // Larger than any number of a process.
  expect(nodeProcesses.identityOf(2 ** 30)).toBeUndefined();
});
