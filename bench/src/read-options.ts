import { parseArgs } from "node:util";

export interface BenchOptions {
  readonly help: boolean;
  /** Measures less of everything, in less than two minutes. */
  readonly quick: boolean;
  /** The subjects to measure. */
  readonly names: readonly string[];
  /** Whether the file of results is written, and what the README quotes of it. */
  readonly writes: boolean;
}

/**
 * Everything is measured unless options say otherwise, and results of all subjects are written.
 *
 * @throws RangeError for a subject that there is not, and for writing results of some subjects; TypeError for an
 *   option that there is not.
 */
export function readOptions(args: readonly string[], known: readonly string[]): BenchOptions {
  const { values } = parseArgs({
    args: [...args],
    options: {
      help: { type: "boolean", default: false },
      quick: { type: "boolean", default: false },
      only: { type: "string" },
      write: { type: "boolean", default: false },
    },
  });
  const { help, quick, only, write } = values;
  const asked = only?.split(",");
  const unknown = asked?.find((name) => !known.includes(name));
  if (unknown !== undefined) {
    throw new RangeError(`--only: there is no subject "${unknown}", only ${known.join(", ")}`);
  }
  if (write && asked !== undefined) {
    throw new RangeError("--write: results are those of all subjects; leave out --only");
  }
  const names = known.filter((name) => asked === undefined || asked.includes(name));
  return { help, quick, names, writes: write || (!quick && asked === undefined) };
}

/** What `--help` prints. */
export function describeOptions(known: readonly string[]): string {
  return `Usage: npm run bench -- [options]

Measures what the packages cost beside what one would use instead, and beside the physical limits. Measuring everything
takes some 25 minutes and writes bench/RESULTS.md, and the part of the README that quotes it. Ends with code 1 when results
were not equal, a subject could not be measured, or a budget is exceeded; a goal that is missed is only told.

  --quick         measure less of everything, in less than two minutes, and write nothing
  --only a,b      measure these subjects alone, and write nothing: ${known.join(", ")}
  --write         with --quick: write all the same
  --help          print this
`;
}
