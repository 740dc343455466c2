import { spawn } from "node:child_process";
import { setTimeout as sleep } from "node:timers/promises";

const keptOutput = 1500;

export interface ChildProgram {
  /** How it ended, in words, with the end of what it wrote. Never rejects. */
  readonly ended: Promise<ProgramEnding>;
  /** What it writes to file descriptor 3, where it was given one. */
  readonly control: NodeJS.ReadableStream | undefined;
  /** Ends it and everything that it has started. */
  stop(): Promise<void>;
}

export interface ProgramEnding {
  readonly isClean: boolean;
  readonly words: string;
}

const runningGroups = new Set<number>();

/** Ends every program that still runs, at once. */
export function killAllPrograms(): void {
  for (const pid of runningGroups) killGroup(pid);
}

/** Starts a program with an environment that holds nothing of the caller's but the search path. */
export function startProgram(
  binary: string,
  programArguments: readonly string[],
  { homeDirectory, withControl = false }: { homeDirectory: string; withControl?: boolean },
): ChildProgram {
  const child = spawn(binary, programArguments, {
    cwd: homeDirectory,
    // A group of its own, which can be ended as a whole.
    detached: true,
    // Proxies, options of runtimes and the like would change what is tested.
    env: {
      PATH: process.env["PATH"],
      HOME: homeDirectory,
      TMPDIR: homeDirectory,
      NO_COLOR: "1",
      DO_NOT_TRACK: "1",
    },
    stdio: ["ignore", "pipe", "pipe", withControl ? "pipe" : "ignore"],
  });
  let output = "";
  const keep = (chunk: Buffer): void => {
    output = `${output}${chunk.toString()}`.slice(-keptOutput);
  };
  child.stdout?.on("data", keep);
  child.stderr?.on("data", keep);
  const ended = new Promise<ProgramEnding>((resolve) => {
    const end = (isClean: boolean, how: string): void => {
      if (child.pid !== undefined) runningGroups.delete(child.pid);
      const said = output.trim();
      resolve({ isClean, words: said === "" ? how : `${how}; it wrote: ${said}` });
    };
    child.once("error", (error) => end(false, `could not be started: ${error.message}`));
    child.once("close", (code, signal) => end(code === 0, `ended with ${signal ?? `code ${code}`}`));
  });
  const control = child.stdio[3];
  if (child.pid !== undefined) runningGroups.add(child.pid);
  return {
    ended,
    control: control && "read" in control ? control : undefined,
    stop: async () => {
      if (child.pid !== undefined && runningGroups.has(child.pid)) killGroup(child.pid);
      await Promise.race([ended, sleep(2000)]);
    },
  };
}

function killGroup(pid: number): void {
  try {
    process.kill(-pid, "SIGKILL");
  } catch {
    // It has just ended.
  }
}
