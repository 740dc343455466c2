import type { Profiler } from "node:inspector";
import { Session } from "node:inspector/promises";

/** Where the processor was while something ran, in microseconds of the thread that ran it; the longest first. */
export type Profile = readonly ProfileEntry[];

export interface ProfileEntry {
  /** Such as `readMembers`, or `(garbage collector)`. */
  readonly functionName: string;
  /** Such as `@ldusage/helpers`; `the engine` for what has no source. */
  readonly source: string;
  readonly selfUs: number;
}

const samplingIntervalUs = 100;

/** Runs something while the engine takes samples of where it is. */
export async function profileRun(run: () => Promise<void>): Promise<Profile> {
  const session = new Session();
  session.connect();
  try {
    await session.post("Profiler.enable");
    await session.post("Profiler.setSamplingInterval", { interval: samplingIntervalUs });
    await session.post("Profiler.start");
    await run();
    const { profile } = await session.post("Profiler.stop");
    return summarize(profile);
  } finally {
    session.disconnect();
  }
}

/** Time by function and source, without the time in which there was nothing to do. */
export function summarize({
  nodes,
  samples = [],
  timeDeltas = [],
}: Pick<Profiler.Profile, "nodes" | "samples" | "timeDeltas">): Profile {
  const frames = new Map(nodes.map(({ id, callFrame }) => [id, callFrame]));
  const entries = new Map<string, ProfileEntry>();
  for (const [position, id] of samples.entries()) {
    const { functionName = "", url = "" } = frames.get(id) ?? {};
    if (functionName === "(idle)") continue;
    const source = sourceOf(url);
    const key = `${functionName} ${source}`;
    const selfUs = (entries.get(key)?.selfUs ?? 0) + (timeDeltas[position] ?? 0);
    entries.set(key, { functionName: functionName || "(anonymous)", source, selfUs });
  }
  return [...entries.values()].sort((left, right) => right.selfUs - left.selfUs);
}

/** The package that a source belongs to; its last two names where that cannot be told. */
function sourceOf(url: string): string {
  if (url === "" || url.startsWith("wasm:")) return "the engine";
  if (url.startsWith("node:internal/deps/undici/")) return "undici of Node.js";
  if (url.startsWith("node:")) return "Node.js";
  const installed = /.*\/node_modules\/((?:@[^/]+\/)?[^/]+)\//.exec(url)?.[1];
  if (installed !== undefined) return installed;
  const own = /\/packages\/([^/]+)\/dist\//.exec(url)?.[1];
  return own === undefined ? url.split("/").slice(-2).join("/") : `@ldusage/${own}`;
}

/** What a profile says of each source, in microseconds for each of some runs. */
export function sumBySource(profile: Profile, runCount: number): ReadonlyMap<string, number> {
  const totals = new Map<string, number>();
  for (const { functionName, source, selfUs } of profile) {
    const name = functionName === "(garbage collector)" ? "garbage collection" : source;
    totals.set(name, (totals.get(name) ?? 0) + selfUs / runCount);
  }
  return totals;
}
