import { cp, mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { redoclyDiffer } from "../compare/document/redocly-differ.ts";
import { repositoryRoot } from "../repository-root.ts";
import { runCommand } from "./run-command.ts";

// For tests: a tree with what a sync reads and writes, and nothing else.

const parts = [
  "spec",
  "docs/operations.md",
  "docs/operations",
  ".changeset/config.json",
  "packages/types/src/generated",
  "packages/client/src/generated",
];

export interface TestTree {
  readonly root: string;
  readonly read: (file: string) => Promise<string>;
  readonly write: (file: string, text: string) => Promise<void>;
  /** Writes upstream's document with a change in it, and gives the name of the file. */
  readonly changedUpstream: (change: (upstream: Loose) => void) => Promise<string>;
  /** Names and texts of all files. */
  readonly files: () => Promise<Record<string, string>>;
  /** Runs the command in this process. */
  readonly sync: (...args: readonly string[]) => Promise<Outcome>;
  readonly remove: () => Promise<void>;
}

export interface Outcome {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** A document that tests reach into as they like. */
export interface Loose {
  paths: Record<string, { get: { description: string; parameters: Record<string, string>[] } }>;
  info: Record<string, string>;
  tags: Record<string, string>[];
}

export async function makeTestTree(): Promise<TestTree> {
  const root = await mkdtemp(join(tmpdir(), "ldusage-sync-"));
  for (const part of parts) await cp(join(repositoryRoot, part), join(root, part), { recursive: true });
  const read = (file: string): Promise<string> => readFile(join(root, file), "utf8");
  const write = (file: string, text: string): Promise<void> => writeFile(join(root, file), text);
  return {
    root,
    read,
    write,
    changedUpstream: async (change) => {
      const upstream: Loose = JSON.parse(await read("spec/upstream.json"));
      change(upstream);
      await write("changed.json", JSON.stringify(upstream));
      return join(root, "changed.json");
    },
    files: async () => {
      const entries = await readdir(root, { recursive: true, withFileTypes: true });
      const names = entries
        .filter((entry) => entry.isFile())
        .map((entry) => join(entry.parentPath, entry.name));
      const files: Record<string, string> = {};
      for (const name of names) files[name.slice(root.length + 1)] = await readFile(name, "utf8");
      return files;
    },
    sync: (...args) => runHere(root, args),
    remove: () => rm(root, { recursive: true, force: true }),
  };
}

async function runHere(root: string, args: readonly string[]): Promise<Outcome> {
  let [stdout, stderr] = ["", ""];
  const code = await runCommand(root, args, {
    fetch: () => Promise.reject(new Error("no network in tests")),
    makeDiffer: redoclyDiffer,
    print: (text) => {
      stdout += text;
    },
    printError: (text) => {
      stderr += text;
    },
  });
  return { code, stdout, stderr };
}
