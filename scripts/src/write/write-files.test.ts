import { mkdir, mkdtemp, readdir, readFile, rm, stat, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { nodeFileSystem } from "./file-system.ts";
import { finishInterrupted, writeFiles } from "./write-files.ts";

let root = "";
beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), "ldusage-write-"));
  await writeFile(join(root, "kept.txt"), "old");
  await writeFile(join(root, "gone.txt"), "old");
});
afterEach(() => rm(root, { recursive: true, force: true }));

const changes = {
  written: [
    { file: "kept.txt", text: "new" },
    { file: "a/b/fresh.txt", text: "new" },
  ],
  removed: ["gone.txt"],
};

const read = (file: string): Promise<string> => readFile(join(root, file), "utf8");

test("files are written and removed, and nothing else is left", async () => {
  writeFiles(root, changes);
  expect((await readdir(root)).sort()).toEqual(["a", "kept.txt"]);
  expect([await read("kept.txt"), await read("a/b/fresh.txt")]).toEqual(["new", "new"]);
  expect(finishInterrupted(root)).toEqual([]);
});

test("no change touches nothing", async () => {
  const before = await stat(root, { bigint: true });
  writeFiles(root, { written: [], removed: [] });
  expect((await stat(root, { bigint: true })).mtimeNs).toBe(before.mtimeNs);
});

test("a folder in the place of a file is refused before anything is written", async () => {
  await mkdir(join(root, "a/b/fresh.txt"), { recursive: true });
  expect(() => writeFiles(root, changes)).toThrow(
    "write: a/b/fresh.txt: a folder is in its place; move it away",
  );
  expect(await read("kept.txt")).toBe("old");
});

test("a folder without permission is refused before anything is written", async () => {
  const files = { ...nodeFileSystem, isWritable: () => false };
  expect(() => writeFiles(root, changes, files)).toThrow(
    "write: kept.txt: its folder cannot be written to; change its permissions",
  );
  expect((await readdir(root)).sort()).toEqual(["gone.txt", "kept.txt"]);
});

test("a disk that is full while files are staged changes no file, and the next run cleans up", async () => {
  const files = {
    ...nodeFileSystem,
    writeText: (path: string, text: string) => {
      if (path.endsWith("1")) throw new Error("ENOSPC");
      nodeFileSystem.writeText(path, text);
    },
  };
  expect(() => writeFiles(root, changes, files)).toThrow("ENOSPC");
  expect([await read("kept.txt"), await read("gone.txt")]).toEqual(["old", "old"]);
  expect(finishInterrupted(root)).toEqual([]);
  expect((await readdir(root)).sort()).toEqual(["gone.txt", "kept.txt"]);
});

describe("a journal that this program did not write is refused", () => {
  test.each([
    ["cut off", '{"version":1,"moves":["a'],
    ["of another version", '{"version":2,"moves":[],"removed":[]}'],
    ["that leads out of the tree", '{"version":1,"moves":["a/../../x"],"removed":[]}'],
    ["with an absolute path", '{"version":1,"moves":[],"removed":["/etc/passwd"]}'],
    ["of something else", "[1]"],
  ])("%s", async (_name, text) => {
    await mkdir(join(root, ".spec-sync"));
    await writeFile(join(root, ".spec-sync/journal.json"), text);
    expect(() => finishInterrupted(root)).toThrow(
      /^write: \.spec-sync\/journal\.json: it is not a journal: .*delete \.spec-sync/,
    );
  });
});

test("a link is replaced, not followed", async () => {
  await writeFile(join(root, "elsewhere.txt"), "old");
  await rm(join(root, "kept.txt"));
  await symlink(join(root, "elsewhere.txt"), join(root, "kept.txt"));
  writeFiles(root, changes);
  expect([await read("kept.txt"), await read("elsewhere.txt")]).toEqual(["new", "old"]);
});
