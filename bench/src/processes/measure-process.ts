import { execFile } from "node:child_process";
import { promisify } from "node:util";

const run = promisify(execFile);

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
  const { stdout } = await run("bash", ["-c", script, "bash", command, ...args], { cwd });
  const [wall, user, system] = stdout.trim().split(/\s+/).map(Number);
  if (wall === undefined || user === undefined || system === undefined || !(wall > 0)) {
    throw new Error(`bash does not say what ${command} cost: ${stdout}`);
  }
  return { wallMs: wall * 1000, cpuMs: (user + system) * 1000 };
}

// Told on the way out, so that it is the mark of the whole process.
const tellPeak =
  'process.on("exit", () => process.stdout.write("\\npeak " + process.resourceUsage().maxRSS + "\\n"));';

/** Runs a program of Node.js, and gives what it had resident at the most, in bytes. */
export async function measurePeakBytes(args: readonly string[], cwd: string): Promise<number> {
  const preload = `data:text/javascript,${encodeURIComponent(tellPeak)}`;
  const { stdout } = await run(process.execPath, ["--import", preload, ...args], { cwd });
  const kilobytes = Number(/^peak (\d+)$/m.exec(stdout)?.[1]);
  if (!(kilobytes > 0)) throw new Error(`${args.join(" ")} does not say what it had resident: ${stdout}`);
  return kilobytes * 1024;
}
