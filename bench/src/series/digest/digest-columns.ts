import { createHash } from "node:crypto";
import type { Columns } from "../decode/columns.ts";
import type { Digests } from "../program/implementation.ts";

/** Hashes times, dimensions and values, bit by bit and in their order; all holes are the same. */
export function digestColumns({ timeMs, columns }: Columns): Digests {
  const hash = createHash("sha256");
  addNumbers(timeMs);
  for (const { dimensions, values } of columns) {
    hash.update(JSON.stringify(Object.entries(dimensions)));
    addNumbers(values);
  }
  return { columns: hash.digest("hex") };

  function addNumbers(numbers: Float64Array): void {
    // The bits of NaN are not specified: writing the constant makes them equal.
    hash.update(numbers.map((value) => (Number.isNaN(value) ? Number.NaN : value)));
  }
}

/** The same of a frame with a column for each series, `null` for a hole. */
export function digestFrame(
  metadata: readonly object[],
  columnOf: (name: string) => Iterable<unknown>,
): Digests {
  const numbersOf = (name: string): Float64Array =>
    Float64Array.from(columnOf(name), (value) => (value === null ? Number.NaN : Number(value)));
  return digestColumns({
    timeMs: numbersOf("time"),
    columns: metadata.map((dimensions, index) => ({ dimensions, values: numbersOf(String(index)) })),
  });
}
