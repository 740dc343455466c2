import { execFile } from "node:child_process";
import { access, rm } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import { benchFolder, repositoryRoot } from "./bench-folder.ts";

const outputFolder = join(benchFolder, "out");

/**
 * Writes the programs as plain JavaScript, so that what is measured runs in a bare Node.js, without a loader, and on
 * the packages as they are published.
 *
 * @throws Error when the packages have not been built.
 */
export async function compilePrograms(): Promise<void> {
  for (const name of ["types", "helpers"]) await checkBuilt(name);
  await rm(outputFolder, { recursive: true, force: true });
  const compiler = join(repositoryRoot, "node_modules/typescript/bin/tsc");
  const project = join(benchFolder, "tsconfig.programs.json");
  await promisify(execFile)(process.execPath, [compiler, "--project", project]);
}

/** Where a program is once it is compiled, given the path of its source below `src/`. */
export function compiledProgram(source: string): string {
  return join(outputFolder, source.replace(/\.ts$/, ".js"));
}

async function checkBuilt(name: string): Promise<void> {
  try {
    await access(join(repositoryRoot, "packages", name, "dist"));
  } catch {
    throw new Error(`packages/${name}/dist is missing: run \`npx turbo run build\` first`);
  }
}
