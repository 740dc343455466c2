import { median } from "../processes/median.ts";

/** Bytes that are alive after a collection, with nothing under way. */
export interface MemorySample {
  readonly requests: number;
  readonly liveBytes: number;
}

/** The first samples are of no account: code is compiled, and what is kept of answers has not reached its limit. */
const warmUpShare = 0.4;
const fewestSamples = 6;
/**
 * What the last samples may have more than the first. Runs differ by less than 1 MiB, and all answers that the simulator
 * keeps of such an account are about 6 MiB, should a slow machine not have come to them during the warm-up. A leak of 300
 * bytes a request is seen in a minute, one of 20 in a million requests.
 */
export const toleranceBytes: number = 8 * 2 ** 20;

export interface MemoryVerdict {
  readonly isFlat: boolean;
  readonly text: string;
}

/** Compares the median of the last third of the samples after the warm-up with that of the first third. */
export function judgeMemory(samples: readonly MemorySample[]): MemoryVerdict {
  const counted = samples.slice(Math.floor(samples.length * warmUpShare)).map(({ liveBytes }) => liveBytes);
  if (counted.length < fewestSamples) {
    return { isFlat: false, text: `NOT MEASURED: ${counted.length} samples after the warm-up are too few` };
  }
  const third = Math.floor(counted.length / 3);
  const [first, last] = [median(counted.slice(0, third)), median(counted.slice(-third))];
  const isFlat = last - first <= toleranceBytes;
  const figures = `${inMebibytes(first)} MiB after the warm-up, ${inMebibytes(last)} MiB at the end`;
  const limit = `at most ${inMebibytes(toleranceBytes)} MiB more`;
  return { isFlat, text: `${figures} (${limit}): ${isFlat ? "flat" : "NOT FLAT"}` };
}

function inMebibytes(bytes: number): string {
  return (bytes / 2 ** 20).toFixed(1);
}
