import { parseArgs } from "node:util";

export interface SoakOptions {
  readonly requests: number;
  /** The most that it may take, in seconds; `Infinity` for as long as it takes. */
  readonly seconds: number;
  readonly seed: number;
}

/** @throws RangeError for what is no positive whole number; TypeError for an option that there is not. */
export function readOptions(args: readonly string[]): SoakOptions {
  const { values } = parseArgs({
    args: [...args],
    options: { requests: { type: "string" }, seconds: { type: "string" }, seed: { type: "string" } },
  });
  const read = (name: keyof typeof values, fallback: number): number => {
    const text = values[name];
    if (text === undefined) return fallback;
    if (!/^[1-9]\d{0,9}$/.test(text)) throw new RangeError(`--${name}: ${text} is no positive whole number`);
    return Number(text);
  };
  return {
    requests: read("requests", 1_000_000),
    seconds: read("seconds", Number.POSITIVE_INFINITY),
    seed: read("seed", 1),
  };
}
