import { execFile } from "node:child_process";
import { cp, mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type FileSystem, nodeFileSystem } from "./file-system.ts";
import { finishInterrupted, writeFiles } from "./write-files.ts";

let scratch = "";
let program = "";

beforeAll(async () => {
  scratch = await mkdtemp(join(tmpdir(), "ldusage-kill-"));
  program = join(scratch, "kill-at.mjs");
  // Bundled once, since it is started some hundred times.
  await build({
    entryPoints: [fileURLToPath(new URL("./kill-at.ts", import.meta.url))],
    bundle: true,
    platform: "node",
    format: "esm",
    outfile: program,
  });
});
afterAll(() => rm(scratch, { recursive: true, force: true }));

const changes = {
  written: [
    { file: "kept.txt", text: "new text" },
    { file: "a/fresh.txt", text: "new text" },
  ],
  removed: ["gone.txt"],
};
const clean = { "kept.txt": "old", "gone.txt": "old", "untouched.txt": "old" };
const complete = { "kept.txt": "new text", "a/fresh.txt": "new text", "untouched.txt": "old" };

async function freshTree(name: string): Promise<string> {
  const root = join(scratch, name);
  await rm(root, { recursive: true, force: true });
  await cp(await template(), root, { recursive: true });
  return root;
}

async function template(): Promise<string> {
  const folder = await mkdtemp(join(scratch, "template-"));
  for (const [file, text] of Object.entries(clean)) await writeFile(join(folder, file), text);
  return folder;
}

/** All files of a tree with their texts. */
async function read(root: string): Promise<Record<string, string>> {
  const entries = await readdir(root, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  return Object.fromEntries(
    await Promise.all(
      files.map(async (file) => [file.slice(root.length + 1), await readFile(file, "utf8")] as const),
    ),
  );
}

/** Whether the program came to its end; otherwise it was killed. */
function run(root: string, task: "write" | "finish", step: number): Promise<boolean> {
  return new Promise((resolve, reject) => {
    const args = [program, root, task, String(step), JSON.stringify(changes)];
    execFile(process.execPath, args, (error, stdout, stderr) => {
      if (error === null) resolve(stdout === "done");
      else if (error.signal === "SIGKILL") resolve(false);
      else reject(new Error(stderr));
    });
  });
}

/** Runs steps one after another until the program comes to its end, two at a time. */
async function forEachStep(check: (step: number) => Promise<boolean>): Promise<number> {
  for (let step = 0; ; step += 2) {
    const ended = await Promise.all([check(step), check(step + 1)]);
    if (ended[0]) return step;
    if (ended[1]) return step + 1;
  }
}

test("killed at any step, the tree is clean or complete once the next run has looked at it", async () => {
  const outcomes: string[] = [];
  const steps = await forEachStep(async (step) => {
    const root = await freshTree(`write-${step}`);
    const hasEnded = await run(root, "write", step);
    const finished = finishInterrupted(root);
    const after = await read(root);
    expect(after, `step ${step}`).toEqual(finished.length > 0 || "a/fresh.txt" in after ? complete : clean);
    if (finished.length > 0) expect(finished).toEqual(["kept.txt", "a/fresh.txt", "gone.txt"]);
    outcomes[step] = "a/fresh.txt" in after ? "complete" : "clean";
    return hasEnded;
  });
  // First clean, then complete, with one moment between them.
  const turn = outcomes.indexOf("complete");
  expect(turn).toBeGreaterThan(10);
  expect(outcomes.slice(0, steps).every((outcome, step) => (outcome === "complete") === step >= turn)).toBe(
    true,
  );
  expect(steps - turn).toBeGreaterThan(20);
}, 120_000);

test("killed at any step of finishing, the next run finishes", async () => {
  // A tree with a journal, of which nothing is done yet.
  const interrupted = await freshTree("interrupted");
  const files: FileSystem = {
    ...nodeFileSystem,
    rename: (from, to) => {
      if (to.endsWith("kept.txt")) throw new Error("interrupted");
      nodeFileSystem.rename(from, to);
    },
  };
  expect(() => writeFiles(interrupted, changes, files)).toThrow("interrupted");
  await forEachStep(async (step) => {
    const root = join(scratch, `finished-${step}`);
    await cp(interrupted, root, { recursive: true });
    const hasEnded = await run(root, "finish", step);
    finishInterrupted(root);
    expect(await read(root), `step ${step}`).toEqual(complete);
    return hasEnded;
  });
}, 120_000);
