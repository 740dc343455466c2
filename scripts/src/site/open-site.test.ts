import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { repositoryRoot } from "../repository-root.ts";

let folder = "";
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "ldusage-opened-"));
  await writeFile(join(folder, "index.html"), "home");
});
afterAll(() => rm(folder, { recursive: true }));

const start = (args: readonly string[]): ChildProcess =>
  spawn(join(repositoryRoot, "node_modules/.bin/tsx"), ["scripts/src/site/open-site.ts", ...args], {
    cwd: repositoryRoot,
  });

async function fail(args: readonly string[]): Promise<{ code: number; words: string }> {
  const program = start(args);
  let words = "";
  program.stderr?.setEncoding("utf8").on("data", (piece: string) => {
    words += piece;
  });
  const [code] = await once(program, "close");
  return { code, words };
}

test("says where the site is, and serves it", async () => {
  const program = start(["--port", "0", folder]);
  try {
    const [said] = await once(program.stdout?.setEncoding("utf8") ?? program, "data");
    const url =
      /^The reference site is at (http:\/\/127\.0\.0\.1:\d+\/)\. Ctrl\+C ends it\.\n$/.exec(said)?.[1] ?? "";
    expect(await (await fetch(url)).text()).toBe("home");
  } finally {
    program.kill();
    await once(program, "close");
  }
});

test.each(["65536", "http"])("refuses the port %j", async (port) => {
  expect(await fail([`--port=${port}`, folder])).toEqual({
    code: 1,
    words: `--port ${JSON.stringify(port)} is no port. Give a whole number from 0 to 65535; 0 takes any free one.\n`,
  });
});

test("names the command that builds a missing site", async () => {
  const { code, words } = await fail(["--port", "0", join(folder, "none")]);
  expect(code).toBe(1);
  expect(words).toContain("Build the site first: npm run docs");
});

test("refuses flags that it does not have", async () => {
  const { code, words } = await fail(["--host", "0.0.0.0"]);
  expect(code).toBe(1);
  expect(words).toContain("--host");
});
