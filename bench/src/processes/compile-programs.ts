import { execFile } from "node:child_process";
import { rm } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import { benchFolder, repositoryRoot } from "./bench-folder.ts";

const outputFolder = join(benchFolder, "out");

/**
 * Writes the programs as plain JavaScript, so that what is measured runs in a bare Node.js, without a loader, and on
 * the packages as they are published: they have to be built before a program runs.
 */
export async function compilePrograms(): Promise<void> {
  await rm(outputFolder, { recursive: true, force: true });
  const compiler = join(repositoryRoot, "node_modules/typescript/bin/tsc");
  const project = join(benchFolder, "tsconfig.programs.json");
  await promisify(execFile)(process.execPath, [compiler, "--project", project]);
}

/** Where a program is once it is compiled, given the path of its source below `src/`. */
export function compiledProgram(source: string): string {
  return join(outputFolder, source.replace(/\.ts$/, ".js"));
}
