import { readFileSync } from "node:fs";
import { hasCode } from "./file-system.ts";

/** What a lock must know of processes. */
export interface Processes {
  readonly own: number;
  /** A text that only this process of that number has; `undefined` where it does not run. */
  readonly identityOf: (pid: number) => string | undefined;
}

export const nodeProcesses: Processes = {
  own: process.pid,
  identityOf: (pid) => {
    try {
      process.kill(pid, 0);
    } catch (error) {
      // A process of somebody else runs as well.
      if (!hasCode(error, ["EPERM"])) return undefined;
    }
    return startOf(pid);
  },
};

/** Numbers are used again: where the system tells when a process started, that makes it unmistakable. */
function startOf(pid: number): string | undefined {
  let stat: string;
  try {
    stat = readFileSync(`/proc/${pid}/stat`, "utf8");
  } catch {
    return "running";
  }
  // The name in parentheses may hold anything; fields are counted from behind it. The first is the state.
  const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
  return fields[0] === "Z" ? undefined : `started ${fields[19]}`;
}
