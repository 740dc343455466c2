import { parseArgs } from "node:util";

/** The number of rounds from the command line, `--rounds 9`. */
export function readRoundCount(defaultCount: number): number {
  const { values } = parseArgs({ options: { rounds: { type: "string" } } });
  const count = values.rounds === undefined ? defaultCount : Number(values.rounds);
  if (Number.isInteger(count) && count > 0) return count;
  throw new RangeError(`--rounds wants a whole number above 0, not ${values.rounds}`);
}
