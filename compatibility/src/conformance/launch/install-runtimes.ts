import { execFile } from "node:child_process";
import { access, readFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import type { Location } from "./runtime.ts";

const directory = fileURLToPath(new URL("../../../runtimes/", import.meta.url));
const limitMs = 300_000;

interface Manifest {
  readonly optionalDependencies: Readonly<Record<string, string>>;
}

/**
 * Installs the locked runtimes, unless they are there already.
 *
 * @returns what went wrong, if anything did; the runtimes that are missing then are not run.
 */
export async function installRuntimes(): Promise<string | undefined> {
  if (await areInstalled()) return undefined;
  try {
    await promisify(execFile)("npm", ["ci", "--ignore-scripts", "--no-audit", "--no-fund"], {
      cwd: directory,
      timeout: limitMs,
    });
    return undefined;
  } catch (error) {
    const output = error instanceof Error && "stderr" in error ? String(error.stderr).trim() : "";
    return `npm ci failed: ${output === "" ? error : output.split("\n").slice(0, 3).join("\n")}`;
  }
}

/** Where the binary of an installed package is. */
export async function locateInstalled(packageName: string, binary: string): Promise<Location> {
  const file = join(directory, "node_modules", packageName, binary);
  try {
    await access(file);
    return { binary: file };
  } catch {
    return { reason: `${packageName} is not installed` };
  }
}

async function areInstalled(): Promise<boolean> {
  const { optionalDependencies } = await readJson<Manifest>(join(directory, "package.json"));
  const versions = await Promise.all(
    Object.entries(optionalDependencies).map(async ([name, wanted]) => {
      const file = join(directory, "node_modules", name, "package.json");
      const installed = await readJson<{ version: string }>(file).catch(() => undefined);
      return installed !== undefined && wanted.slice(wanted.lastIndexOf("@") + 1) === installed.version;
    }),
  );
  return versions.every(Boolean);
}

async function readJson<Content>(file: string): Promise<Content> {
  return JSON.parse(await readFile(file, "utf8"));
}
