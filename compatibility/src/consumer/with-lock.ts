import { mkdir, readFile, rm, writeFile } from "node:fs/promises";
import { dirname } from "node:path";
import { setTimeout as wait } from "node:timers/promises";

const pollMs = 25;

/**
 * Runs a task that no other process of this machine may run at the same time.
 *
 * The lock is a file that holds the owner's process id, so that the lock of a process that was ended is no obstacle.
 */
export async function withLock<Result>(lockFile: string, task: () => Promise<Result>): Promise<Result> {
  await mkdir(dirname(lockFile), { recursive: true });
  while (!(await tryCreate(lockFile))) {
    if (await isAbandoned(lockFile)) await rm(lockFile, { force: true });
    else await wait(pollMs);
  }
  try {
    return await task();
  } finally {
    await rm(lockFile, { force: true });
  }
}

async function tryCreate(lockFile: string): Promise<boolean> {
  try {
    await writeFile(lockFile, String(process.pid), { flag: "wx" });
    return true;
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "EEXIST") return false;
    throw error;
  }
}

async function isAbandoned(lockFile: string): Promise<boolean> {
  const owner = Number(await readFile(lockFile, "utf8").catch(() => ""));
  // The file is gone, or its owner has not written it yet.
  if (!(owner > 0)) return false;
  try {
    process.kill(owner, 0);
    return false;
  } catch {
    return true;
  }
}
