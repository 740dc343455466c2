import { execFile } from "node:child_process";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import { benchFolder } from "./bench-folder.ts";

const folder = join(benchFolder, "peers");
const limitMs = 600_000;

/**
 * Installs the locked libraries to compare with, unless they are there already. They stand apart from the workspace,
 * since nothing else needs them and one of them is a binary of 120 MB.
 */
export async function installPeers(): Promise<void> {
  if (await areInstalled()) return;
  process.stderr.write("installing the libraries to compare with (bench/peers)\n");
  const args = ["ci", "--ignore-scripts", "--no-audit", "--no-fund"];
  await promisify(execFile)("npm", args, { cwd: folder, timeout: limitMs });
}

async function areInstalled(): Promise<boolean> {
  const { dependencies } = await readJson<{ dependencies: Record<string, string> }>("package.json");
  const found = await Promise.all(
    Object.entries(dependencies).map(async ([name, wanted]) => {
      const file = join("node_modules", name, "package.json");
      const installed = await readJson<{ version: string }>(file).catch(() => undefined);
      return installed?.version === wanted;
    }),
  );
  return found.every(Boolean);
}

async function readJson<Content>(file: string): Promise<Content> {
  return JSON.parse(await readFile(join(folder, file), "utf8"));
}
