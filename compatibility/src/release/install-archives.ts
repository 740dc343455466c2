import { mkdir, readdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { runProgram } from "../consumer/run-program.ts";

/**
 * Installs archives in a new project, as npm does for a user.
 *
 * @throws Error with npm's own words when it fails; what the packages need comes from the npm registry.
 */
export async function installArchives(archives: readonly string[], folder: string): Promise<void> {
  await mkdir(folder);
  await writeFile(join(folder, "package.json"), '{ "private": true, "type": "module" }\n');
  const options = ["--ignore-scripts", "--no-audit", "--no-fund", "--prefer-offline", "--loglevel=error"];
  const { exitCode, stdout, stderr } = await runProgram("npm", ["install", ...options, ...archives], folder);
  if (exitCode === 0) return;
  throw new Error(`npm cannot install the packages (is its registry within reach?):\n${stdout}${stderr}`);
}

/** Names of what is installed, in order. */
export async function installedNames(folder: string): Promise<readonly string[]> {
  const names = await readdir(join(folder, "node_modules"));
  const nested = names
    .filter((name) => !name.startsWith("."))
    .map(async (name) =>
      name.startsWith("@")
        ? (await readdir(join(folder, "node_modules", name))).map((inner) => `${name}/${inner}`)
        : [name],
    );
  return (await Promise.all(nested)).flat().sort();
}
