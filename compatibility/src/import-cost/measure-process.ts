import { runOrFail } from "../consumer/run-program.ts";

/** What a process cost, the processes that it started included. */
export interface ProcessCost {
  readonly wallMs: number;
  /** User and system time of every thread, in milliseconds. */
  readonly cpuMs: number;
}

/**
 * Runs a program that has to succeed, and gives what it cost.
 *
 * The time is taken by Bash's `time`, which has the kernel's own accounting of a finished child to the millisecond.
 */
export async function measureProcess(
  command: string,
  args: readonly string[],
  cwd: string,
): Promise<ProcessCost> {
  const script = 'TIMEFORMAT="%3R %3U %3S"; { time "$@" >/dev/null 2>&1; } 2>&1';
  const output = await runOrFail("bash", ["-c", script, "bash", command, ...args], cwd);
  const [wall, user, system] = output.trim().split(/\s+/).map(Number);
  if (wall === undefined || user === undefined || system === undefined || !(wall > 0)) {
    throw new Error(`bash does not say what ${command} cost: ${output}`);
  }
  return { wallMs: wall * 1000, cpuMs: (user + system) * 1000 };
}
