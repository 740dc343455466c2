import { execFile } from "node:child_process";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import { benchFolder } from "./bench-folder.ts";

const folder = join(benchFolder, "peers");
const limitMs = 300_000;

/** Why libraries to compare with are not at hand, by their names; empty where all are. */
export type MissingPeers = ReadonlyMap<string, string>;

let installed: Promise<MissingPeers> | undefined;

/**
 * Installs the locked libraries to compare with, once, unless they are there already. They stand apart from the
 * workspace, since nothing else needs them and one of them is a binary of 120 MB. Without a registry, or on a system
 * that one of them is not made for, they are missing, and what they are for is not measured.
 */
export function installPeers(log: (line: string) => void): Promise<MissingPeers> {
  installed ??= install(log);
  return installed;
}

async function install(log: (line: string) => void): Promise<MissingPeers> {
  if ((await findMissing()).length === 0) return new Map();
  log("installing the libraries to compare with (bench/peers)");
  // Not `npm ci`: it wants binaries for every system in the lockfile, which a registry need not have.
  const args = ["install", "--no-save", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"];
  const failure = await promisify(execFile)("npm", args, { cwd: folder, timeout: limitMs }).then(
    () => "it is not there after `npm install`",
    (error: unknown) => firstError(error),
  );
  const missing = new Map((await findMissing()).map((name) => [name, failure]));
  if (missing.size > 0) log(`not installed: ${[...missing.keys()].join(", ")} (${failure})`);
  return missing;
}

/** Names of the libraries that are not installed in the version that is wanted. */
async function findMissing(): Promise<string[]> {
  const { dependencies } = await readJson<{ dependencies: Record<string, string> }>("package.json");
  const found = await Promise.all(
    Object.entries(dependencies).map(async ([name, wanted]) => {
      const file = join("node_modules", name, "package.json");
      const known = await readJson<{ version: string }>(file).catch(() => undefined);
      return known?.version === wanted ? [] : [name];
    }),
  );
  return found.flat();
}

/** The first error that npm told, in one line. */
function firstError(error: unknown): string {
  const { message, stderr = message } = error as Error & { stderr?: string }; // of `execFile`
  const lines = stderr
    .split("\n")
    .flatMap((line) => /^npm error (?!(?:code|syscall|errno) )(.+)$/.exec(line)?.[1] ?? []);
  return lines[0] ?? message.split("\n")[0] ?? "npm failed";
}

async function readJson<Content>(file: string): Promise<Content> {
  return JSON.parse(await readFile(join(folder, file), "utf8"));
}
