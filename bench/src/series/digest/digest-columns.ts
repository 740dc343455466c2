import { createHash } from "node:crypto";
import type { Columns } from "../decode/columns.ts";

/** Hashes times, dimensions and values, bit by bit and in their order; all holes are the same. */
export function digestColumns({ timeMs, columns }: Columns): string {
  const hash = createHash("sha256");
  addNumbers(timeMs);
  for (const { dimensions, values } of columns) {
    hash.update(JSON.stringify(Object.entries(dimensions)));
    addNumbers(values);
  }
  return hash.digest("hex");

  function addNumbers(numbers: Float64Array): void {
    // The bits of NaN are not specified: writing the constant makes them equal.
    hash.update(numbers.map((value) => (Number.isNaN(value) ? Number.NaN : value)));
  }
}
