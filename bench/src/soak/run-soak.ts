// `npm run soak` sends a million requests, good, bad and faulty ones mixed, to simulators in another process, and garbage
// now and then (`--requests N`: so many; `--seconds N`: for so long at the most; `--seed N`: others). What must come of
// each is known from how it was built. Ends with code 1 when something else came of one, when the simulator's process
// ended, or when its memory grew.

import { judgeMemory, type MemorySample } from "./memory-verdict.ts";
import { readOptions } from "./read-options.ts";
import { startServer } from "./server-process.ts";
import { createLanes } from "./soak-lanes.ts";
import { createTally } from "./soak-tally.ts";

const sliceCount = 30;

const options = readOptions(process.argv.slice(2));
const write = (text: string): void => {
  process.stdout.write(`${text}\n`);
};
const server = await startServer();
const tally = createTally();
const lanes = createLanes(server, options.seed, tally);
const samples: MemorySample[] = [];
let residentBytes = 0;
const startMs = performance.now();
const elapsedSeconds = (): number => (performance.now() - startMs) / 1000;
for (let slice = 1; slice <= sliceCount && !server.hasEnded(); slice += 1) {
  const share = slice / sliceCount;
  await lanes.runUntil(
    () => tally.requests >= options.requests * share || elapsedSeconds() >= options.seconds * share,
  );
  try {
    const memory = await server.sample();
    samples.push({ requests: tally.requests, liveBytes: memory.liveBytes });
    residentBytes = Math.max(residentBytes, memory.residentBytes);
  } catch {
    // It has ended, which is told below.
  }
}
const seconds = elapsedSeconds();
lanes.close();
const hasCrashed = server.hasEnded();
const end = await server.close();
const memory = judgeMemory(samples);

const kinds = [...tally.counts].sort(([left], [right]) => (left < right ? -1 : 1));
write(`${tally.requests} requests in ${seconds.toFixed(0)} s, seed ${options.seed}`);
write(`of each kind: ${kinds.map(([kind, count]) => `${kind} ${count}`).join(", ")}`);
for (const text of tally.told) write(text);
write(`wrong: ${tally.wrong}`);
write(`memory: ${memory.text}; resident at most ${(residentBytes / 2 ** 20).toFixed(0)} MiB`);
write(`process: ${hasCrashed ? "CRASHED" : "alive to the end"}, ended with ${end}`);
const isGood = tally.requests > 0 && tally.wrong === 0 && memory.isFlat && !hasCrashed && end === 0;
write(isGood ? "soak passed" : "SOAK FAILED");
if (!isGood) process.exitCode = 1;
