import { setTimeout as sleep } from "node:timers/promises";
import { startProgram } from "./child-program.ts";
import type { Launch, LaunchEnding } from "./runtime.ts";

// A timer or a connection that a finished call leaves behind would keep the process alive.
export const endsByItself = "process: ends by itself, without an error";
const graceMs = 4000;

/** Runs the suite as a command that is expected to end when all is done. */
export async function launchCommand(
  { binary, bundleFile, collector, directory, limitMs }: Launch,
  runtimeArguments: readonly string[],
): Promise<LaunchEnding> {
  const settings = JSON.stringify(collector.settings);
  const program = startProgram(binary, [...runtimeArguments, bundleFile, settings], {
    homeDirectory: directory,
  });
  const limit = new AbortController();
  const after = (durationMs: number, words: string): Promise<{ isClean: boolean; words: string }> =>
    sleep(durationMs, { isClean: false, words }, { signal: limit.signal });
  try {
    const tooLong = after(limitMs, `was stopped after ${limitMs} ms`);
    tooLong.catch(() => {});
    const early = await Promise.race([program.ended, tooLong, collector.complete.then(() => undefined)]);
    const ending =
      early ??
      (await Promise.race([program.ended, after(graceMs, `still ran ${graceMs} ms after the last case`)]));
    const check = ending.isClean ? { name: endsByItself } : { name: endsByItself, failure: ending.words };
    return { words: ending.words, checks: [check] };
  } finally {
    limit.abort();
    await program.stop();
  }
}
