import { execFile } from "node:child_process";
import { delimiter, join } from "node:path";
import { repositoryRoot } from "./repository-root.ts";

/** What a program that has ended left behind. */
export interface ProgramResult {
  readonly exitCode: number;
  readonly stdout: string;
  readonly stderr: string;
}

/**
 * Runs a program to its end, with the repository's own tools on the path.
 *
 * @returns its output, whatever the exit code. Rejects when it cannot start or is ended by a signal.
 */
export function runProgram(command: string, args: readonly string[], cwd: string): Promise<ProgramResult> {
  const path = [join(repositoryRoot, "node_modules/.bin"), process.env["PATH"]].join(delimiter);
  const options = { cwd, env: { ...process.env, PATH: path }, maxBuffer: 2 ** 26 };
  return new Promise((resolve, reject) => {
    execFile(command, args, options, (error, stdout, stderr) => {
      if (error !== null && typeof error.code !== "number") reject(error);
      else resolve({ exitCode: typeof error?.code === "number" ? error.code : 0, stdout, stderr });
    });
  });
}

/** Runs a program that has to succeed. */
export async function runOrFail(command: string, args: readonly string[], cwd: string): Promise<string> {
  const { exitCode, stdout, stderr } = await runProgram(command, args, cwd);
  if (exitCode === 0) return stdout;
  throw new Error(`${[command, ...args].join(" ")} ended with code ${exitCode}\n${stdout}${stderr}`);
}
