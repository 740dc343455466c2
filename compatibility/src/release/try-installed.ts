import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { isDeepStrictEqual } from "node:util";
import { installPackage } from "../consumer/install-package.ts";
import { repositoryRoot } from "../consumer/repository-root.ts";
import { runProgram } from "../consumer/run-program.ts";
import { compile } from "../types/compiler.ts";
import { printedByPrograms, userPrograms } from "./user-programs.ts";

/** One thing that was tried, and what was wrong with it. */
export interface Trial {
  readonly name: string;
  readonly problems: readonly string[];
}

/**
 * Tries the packages that a project has installed: loads every entry, runs programs and the command, and compiles.
 *
 * @param entries what users can import.
 */
export async function tryInstalled(
  folder: string,
  version: string,
  entries: readonly string[],
): Promise<readonly Trial[]> {
  for (const [file, text] of Object.entries(userPrograms)) await writeFile(join(folder, file), text);
  return [
    { name: `import and require of ${entries.length} entries`, problems: await tryEntries(folder, entries) },
    { name: "a program as an ES module", problems: await tryProgram(folder, "program.mjs") },
    { name: "a program with require", problems: await tryProgram(folder, "program.cjs") },
    { name: "npx ldusage-simulator", problems: await tryCommand(folder, version) },
    { name: "a program with types", problems: await tryTypes(folder) },
  ];
}

async function tryEntries(folder: string, entries: readonly string[]): Promise<readonly string[]> {
  const names = JSON.stringify(entries);
  const loaders = {
    "import.mjs": `for (const name of ${names}) await import(name);`,
    "require.cjs": `for (const name of ${names}) require(name);`,
  };
  const problems: string[] = [];
  for (const [file, text] of Object.entries(loaders)) {
    await writeFile(join(folder, file), text);
    const { exitCode, stderr } = await runProgram(process.execPath, [file], folder);
    if (exitCode !== 0) problems.push(`${file} ended with code ${exitCode}:\n${stderr}`);
  }
  return problems;
}

async function tryProgram(folder: string, file: string): Promise<readonly string[]> {
  const { exitCode, stdout, stderr } = await runProgram(process.execPath, [file], folder);
  if (exitCode !== 0) return [`${file} ended with code ${exitCode}:\n${stderr}`];
  const printed: unknown = JSON.parse(stdout);
  return isDeepStrictEqual(printed, printedByPrograms) ? [] : [`${file} printed ${stdout}`];
}

async function tryCommand(folder: string, version: string): Promise<readonly string[]> {
  const command = join(folder, "node_modules/.bin/ldusage-simulator");
  const { exitCode, stdout, stderr } = await runProgram(command, ["--version"], folder);
  return exitCode === 0 && stdout.includes(version) ? [] : [`--version gave ${exitCode}: ${stdout}${stderr}`];
}

async function tryTypes(folder: string): Promise<readonly string[]> {
  const modules = join(folder, "node_modules");
  // Declarations of Node.js are the user's own choice; the repository's are those of the oldest supported version.
  await installPackage("@types/node", join(repositoryRoot, "node_modules"), modules);
  const compilerOptions = {
    target: "ES2022",
    lib: ["ES2023"],
    module: "nodenext",
    moduleResolution: "nodenext",
    types: ["node"],
    strict: true,
    skipLibCheck: false,
    noEmit: true,
  };
  const config = { compilerOptions, files: ["program.ts"] };
  await writeFile(join(folder, "tsconfig.json"), JSON.stringify(config));
  const reports = await compile("6.0", folder, "tsconfig.json");
  return reports.map(({ file, line, code, message }) => `${file}:${line} ${code} ${message}`);
}
