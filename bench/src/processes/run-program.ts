import { execFile } from "node:child_process";
import { promisify } from "node:util";
import { compiledProgram } from "./compile-programs.ts";

/**
 * Runs a compiled program in a fresh Node.js that may be told to collect garbage.
 *
 * @param nodeArgs More for Node.js itself.
 * @returns what it prints, read as JSON.
 * @throws Error with all that it printed, when it fails.
 */
export async function runProgram<Output>(
  source: string,
  args: readonly string[],
  nodeArgs: readonly string[] = [],
): Promise<Output> {
  const all = ["--expose-gc", ...nodeArgs, compiledProgram(source), ...args];
  const { stdout } = await promisify(execFile)(process.execPath, all, { maxBuffer: 2 ** 26 });
  return JSON.parse(stdout);
}
