import { constants } from "node:fs";
import { access } from "node:fs/promises";
import { delimiter, join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { startProgram } from "./child-program.ts";
import type { Location, Runtime } from "./runtime.ts";

const variable = "LDUSAGE_CHROMIUM";
const names = ["chromium", "chromium-browser", "google-chrome"];

// The page is the suite's own, so that it needs no sandbox; nothing else is to be fetched.
const browserArguments = [
  "--headless",
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

/** A browser of the system, without a window. */
export const chromium: Runtime = {
  name: "Chromium",
  bundle: "page",
  checkNames: [],
  locate: locateChromium,
  launch: async ({ binary, collector, directory, limitMs }) => {
    const programArguments = [...browserArguments, `--user-data-dir=${join(directory, "profile")}`];
    const program = startProgram(binary, [...programArguments, `${collector.origin}/`], {
      homeDirectory: directory,
    });
    const limit = new AbortController();
    const tooLong = sleep(limitMs, `was stopped after ${limitMs} ms`, { signal: limit.signal });
    tooLong.catch(() => {});
    try {
      const words = await Promise.race([
        program.ended.then((ending) => ending.words),
        collector.complete.then(() => "the page has run all cases"),
        tooLong,
      ]);
      return { words, checks: [] };
    } finally {
      limit.abort();
      await program.stop();
    }
  },
};

async function locateChromium(): Promise<Location> {
  const chosen = process.env[variable];
  const directories = (process.env["PATH"] ?? "").split(delimiter).filter((directory) => directory !== "");
  const candidates =
    chosen === undefined
      ? names.flatMap((name) => directories.map((directory) => join(directory, name)))
      : [chosen];
  for (const binary of candidates) {
    if (await isExecutable(binary)) return { binary };
  }
  const missing = chosen === undefined ? `${names.join(", ")} not found` : `${chosen} cannot be run`;
  return { reason: `${missing}; install it or name it in ${variable}` };
}

async function isExecutable(file: string): Promise<boolean> {
  try {
    await access(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
