import { longestNumber, writeNumber } from "./write-number.ts";

/** A table of numbers, and the text that a format puts around them. */
export interface Grid {
  readonly rowCount: number;
  readonly columnCount: number;
  /** A number; `NaN` for a hole. */
  readonly value: (row: number, column: number) => number;
  /** What stands in the place of a hole; `undefined` where a hole gives no record at all. */
  readonly hole: string | undefined;
  /** Before the first row. */
  readonly head: string;
  /** Before the cells of a row, and after them. */
  readonly rowStart?: (row: number) => string;
  readonly rowEnd?: (row: number) => string;
  /** Before a number: first what its column decides, then what its row decides. */
  readonly columnLead: (column: number) => string;
  readonly rowLead?: (row: number) => string;
  /** After a number. */
  readonly rowTail?: (row: number) => string;
}

const chunkBytes = 65_536;
/** Chunks that are put together to a text anyway may be larger: many small pieces are work for the garbage collector. */
export const textChunkBytes = 1_048_576;
// Leads of columns are kept encoded for the next rows, but only so many of them.
const keptBytes = 8_388_608;
const bytesOfObject = 200;

/**
 * The bytes of a grid in chunks of about 64 kB, which are the reader's to keep. Besides the chunk it holds at most
 * 8 MB of encoded leads, however large the grid. No chunk ends inside a character.
 *
 * @param mostBytes What a chunk may have: each is twice as large as the one before until it has as many.
 */
export function* gridChunks(
  grid: Grid,
  mostBytes: number = chunkBytes,
): Generator<Uint8Array<ArrayBuffer>, undefined> {
  const { rowCount, columnCount } = grid;
  const encoder = new TextEncoder();
  const leadOf = leadEncoder(grid, encoder);
  const hole = encoder.encode(grid.hole);
  let chunk = new Uint8Array();
  let nextBytes = chunkBytes;
  let end = 0;
  let waiting = grid.head;
  for (let row = 0; row < rowCount; row += 1) {
    waiting += grid.rowStart?.(row) ?? "";
    const rowLead = encoder.encode(grid.rowLead?.(row));
    const rowTail = encoder.encode(grid.rowTail?.(row));
    for (let column = 0; column < columnCount; column += 1) {
      const value = grid.value(row, column);
      const isHole = Number.isNaN(value);
      if (isHole && grid.hole === undefined) continue;
      const lead = waiting === "" ? leadOf(column) : encoder.encode(waiting + grid.columnLead(column));
      waiting = "";
      const room = lead.length + rowLead.length + longestNumber + rowTail.length;
      if (end + room > chunk.length) {
        if (end > 0) yield chunk.subarray(0, end);
        chunk = new Uint8Array(Math.max(nextBytes, room));
        nextBytes = Math.min(2 * nextBytes, mostBytes);
        end = 0;
      }
      chunk.set(lead, end);
      end += lead.length;
      chunk.set(rowLead, end);
      end += rowLead.length;
      if (isHole) chunk.set(hole, end);
      end = isHole ? end + hole.length : writeNumber(chunk, end, value);
      chunk.set(rowTail, end);
      end += rowTail.length;
    }
    waiting += grid.rowEnd?.(row) ?? "";
  }
  if (end > 0) yield chunk.subarray(0, end);
  if (waiting !== "") yield encoder.encode(waiting);
}

function leadEncoder(grid: Grid, encoder: TextEncoder): (column: number) => Uint8Array {
  const kept = new Array<Uint8Array | undefined>(grid.columnCount);
  let spareBytes = keptBytes;
  return (column) => {
    const known = kept[column];
    if (known !== undefined) return known;
    const lead = encoder.encode(grid.columnLead(column));
    spareBytes -= lead.length + bytesOfObject;
    if (spareBytes > 0) kept[column] = lead;
    return lead;
  };
}
