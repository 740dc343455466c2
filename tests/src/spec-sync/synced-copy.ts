import { type ChildProcess, spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { mkdir, readdir, readFile, rm, stat, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { copyRepository } from "../copy-repository.ts";

const tsx = import.meta.resolve("tsx");
const root = fileURLToPath(new URL("../../../", import.meta.url));

export interface Ended {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** A copy of the repository on which commands run as real processes. */
export interface SyncedCopy {
  readonly folder: string;
  /** Runs `spec:sync`. */
  readonly sync: (...args: readonly string[]) => Promise<Ended>;
  readonly checkDrift: () => Promise<Ended>;
  /** Runs a program of the repository, or one of its dependencies, with the sources of the packages. */
  readonly run: (program: string, ...args: readonly string[]) => Promise<Ended>;
  readonly startSync: (...args: readonly string[]) => Started;
  readonly read: (file: string) => Promise<string>;
  readonly write: (file: string, text: string) => Promise<void>;
  /** One hash over all files, their names and their texts. */
  readonly hash: () => Promise<string>;
  /** When each file was written, by name. */
  readonly times: () => Promise<Record<string, bigint>>;
  /** Puts everything back as it was when the copy was made. */
  readonly restore: () => Promise<void>;
  readonly remove: () => Promise<void>;
}

export interface Started {
  readonly child: ChildProcess;
  readonly ended: Promise<Ended>;
}

// What a sync may touch, and what tests put there.
const touched = ["spec", ".changeset", "docs", "packages", ".spec-sync", "examples"];

export async function makeSyncedCopy(): Promise<SyncedCopy> {
  const folder = await copyRepository(root);
  const texts = new Map<string, string>();
  for (const file of await filesIn(folder)) texts.set(file, await readFile(join(folder, file), "utf8"));
  const start = (program: string, ...args: readonly string[]): Started => startIn(folder, program, args);
  // Node.js itself, so that a signal reaches the program and not a process in front of it.
  const startSource = (name: string, ...args: readonly string[]): Started =>
    start("node", "--import", tsx, "--conditions=@ldusage/source", `scripts/src/${name}.ts`, ...args);
  return {
    folder,
    run: (program, ...args) => start(program, ...args).ended,
    sync: (...args) => startSource("spec-sync", ...args).ended,
    startSync: (...args) => startSource("spec-sync", ...args),
    checkDrift: () => startSource("check-drift").ended,
    read: (file) => readFile(join(folder, file), "utf8"),
    write: async (file, text) => {
      await mkdir(dirname(join(folder, file)), { recursive: true });
      await writeFile(join(folder, file), text);
    },
    hash: async () => {
      const hash = createHash("sha256");
      for (const file of await filesIn(folder))
        hash.update(`${file}\0${await readFile(join(folder, file))}\0`);
      return hash.digest("hex");
    },
    times: async () => {
      const times: Record<string, bigint> = {};
      for (const file of await filesIn(folder)) {
        times[file] = (await stat(join(folder, file), { bigint: true })).mtimeNs;
      }
      return times;
    },
    restore: async () => {
      for (const file of await filesIn(folder)) if (!texts.has(file)) await rm(join(folder, file));
      for (const name of [".spec-sync", ".git"])
        await rm(join(folder, name), { recursive: true, force: true });
      for (const [file, text] of texts) {
        const held = await readFile(join(folder, file), "utf8").catch(() => undefined);
        if (held !== text) await writeFile(join(folder, file), text);
      }
    },
    remove: () => rm(folder, { recursive: true, force: true }),
  };
}

async function filesIn(folder: string): Promise<string[]> {
  const files: string[] = [];
  const visit = async (path: string): Promise<void> => {
    for (const entry of await readdir(join(folder, path), { withFileTypes: true }).catch(() => [])) {
      const below = join(path, entry.name);
      if (entry.isDirectory() && entry.name !== "node_modules") await visit(below);
      else if (entry.isFile()) files.push(below);
    }
  };
  for (const name of touched) await visit(name);
  return files.sort();
}

function startIn(folder: string, program: string, args: readonly string[]): Started {
  const bin = join(root, "node_modules/.bin");
  const child = spawn(program, args, {
    cwd: folder,
    env: { ...process.env, PATH: `${bin}:${process.env["PATH"]}`, FORCE_COLOR: "0" },
  });
  let [stdout, stderr] = ["", ""];
  child.stdout.setEncoding("utf8").on("data", (text: string) => {
    stdout += text;
  });
  child.stderr.setEncoding("utf8").on("data", (text: string) => {
    stderr += text;
  });
  const ended = new Promise<Ended>((resolve, reject) => {
    child.on("error", reject);
    child.on("close", (code, signal) => resolve({ code, signal, stdout, stderr }));
  });
  return { child, ended };
}
