import { join } from "node:path";
import { repositoryRoot } from "../consumer/repository-root.ts";
import { runProgram } from "../consumer/run-program.ts";

/** The compilers that users of the packages may have, by the name under which they are installed here. */
export const compilerVersions = ["5.9", "6.0", "7.0"] as const;
export type CompilerVersion = (typeof compilerVersions)[number];

/** One thing that a compiler reports. */
export interface Diagnostic {
  /** Path of the file from the project's folder; empty when the report is about no file. */
  readonly file: string;
  /** Line, from 1; 0 when the report is about no file. */
  readonly line: number;
  /** The code, like `TS2322`. */
  readonly code: string;
  /** All lines of the message. */
  readonly message: string;
}

/** The command line of a compiler, without arguments. */
export function compilerCommand(version: CompilerVersion): readonly [string, ...string[]] {
  return [
    process.execPath,
    join(repositoryRoot, "compatibility/node_modules", `typescript-${version}`, "bin/tsc"),
  ];
}

/**
 * Checks a project and gives what the compiler reports.
 *
 * @throws Error when the compiler ends with a failure that it does not explain.
 */
export async function compile(
  version: CompilerVersion,
  folder: string,
  configFile: string,
): Promise<readonly Diagnostic[]> {
  const [command, ...args] = compilerCommand(version);
  const { exitCode, stdout, stderr } = await runProgram(
    command,
    [...args, "--project", configFile, "--pretty", "false"],
    folder,
  );
  const diagnostics = readDiagnostics(stdout);
  if ((exitCode === 0) === (diagnostics.length === 0)) return diagnostics;
  throw new Error(`TypeScript ${version} ended with code ${exitCode}\n${stdout}${stderr}`);
}

/** Reads the plain output of a compiler: a line for each report, followed by indented lines that explain it. */
export function readDiagnostics(output: string): readonly Diagnostic[] {
  const found: Diagnostic[] = [];
  for (const text of output.split(/\r?\n/)) {
    const parts = /^(?:(?<file>.+)\((?<line>\d+),\d+\): )?error (?<code>TS\d+): (?<message>.*)$/.exec(
      text,
    )?.groups;
    const last = found.at(-1);
    if (parts !== undefined) {
      const { file = "", line = "0", code = "", message = "" } = parts;
      found.push({ file, line: Number(line), code, message });
    } else if (last !== undefined && text.startsWith(" ")) {
      found[found.length - 1] = { ...last, message: `${last.message}\n${text}` };
    }
  }
  return found;
}
