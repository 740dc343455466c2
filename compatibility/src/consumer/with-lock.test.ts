import { spawnSync } from "node:child_process";
import { access, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { afterAll, beforeAll, expect, test } from "vitest";
import { withLock } from "./with-lock.ts";

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "ldusage-lock-"));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

test("tasks with one lock run one after the other, also when one fails", async () => {
  const lockFile = join(folder, "shared.lock");
  const seen: string[] = [];
  const task = (name: string) => async (): Promise<string> => {
    seen.push(`${name} starts`);
    await wait(20);
    seen.push(`${name} ends`);
    if (name === "first") throw new Error("failed");
    return name;
  };
  const outcomes = await Promise.allSettled(
    ["first", "second"].map((name) => withLock(lockFile, task(name))),
  );
  expect(outcomes.map(({ status }) => status).toSorted()).toEqual(["fulfilled", "rejected"]);
  expect([seen[0], seen[2]].map((text) => text?.split(" ")[1])).toEqual(["starts", "starts"]);
  expect(seen[0]?.split(" ")[0]).toBe(seen[1]?.split(" ")[0]);
  await expect(access(lockFile)).rejects.toThrow("ENOENT");
});

test("the lock of a process that is gone is no obstacle", async () => {
  const lockFile = join(folder, "abandoned.lock");
  const { pid } = spawnSync(process.execPath, ["-e", "0"]);
  await writeFile(lockFile, String(pid));
  expect(await withLock(lockFile, async () => "ran")).toBe("ran");
});
