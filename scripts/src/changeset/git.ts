import { execFile } from "node:child_process";

/** What a run of git gave; `exitCode` says whether it succeeded. */
export interface GitResult {
  readonly exitCode: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs git in one folder. */
export type Git = (...args: readonly string[]) => Promise<GitResult>;

/** @throws Error when git cannot be started. */
export function gitIn(folder: string): Git {
  return (...args) =>
    new Promise((resolve, reject) => {
      execFile("git", args, { cwd: folder, maxBuffer: 2 ** 28 }, (error, stdout, stderr) => {
        if (error !== null && typeof error.code !== "number") reject(error);
        else resolve({ exitCode: typeof error?.code === "number" ? error.code : 0, stdout, stderr });
      });
    });
}

/** The output of a command that has to succeed. */
export async function gitOutput(git: Git, ...args: readonly string[]): Promise<string> {
  const { exitCode, stdout, stderr } = await git(...args);
  if (exitCode !== 0) throw new Error(`git ${args.join(" ")} ended with code ${exitCode}\n${stderr}`);
  return stdout;
}
