import { skipSpace } from "./json-bytes.ts";
import type { PointColumns } from "./point-columns.ts";

// With the six digits in front of the period at the most, a number is a whole one below 2^53 divided by an exact power
// of ten, so the one division rounds as parsing its text would.
const mostPlaces = 9;
// Its length is written out, as bundlers keep what has to be worked out.
const powersOfTen = /* @__PURE__ */ Float64Array.from({ length: 10 }, (_, places) => 10 ** places);

/**
 * Reads plain members of a point into a row of columns, as many as come one after the other: the index of a series and
 * a number of a few digits, as in `"12":345,`.
 *
 * This is the loop over the cells of a response, and does nothing else, so that all that it works on stays in
 * registers. A byte is told to be a digit by `^ 0x30`, which makes 0 to 9 of those and something larger of all others;
 * digits are written out because a loop over so few, or a function to read one by, takes a tenth to a fifth more time.
 *
 * @returns the position of the first thing that is something else: a member of another kind, or the end of the point
 *   right after the digit that ends the last member.
 */
export function readMembers(bytes: Uint8Array, start: number, columns: PointColumns, row: number): number {
  const { cells, capacity, count } = columns;
  // Bundlers may turn constants of a module into variables, which take longer to get at.
  const quote = 0x22;
  const colon = 0x3a;
  const quoteAsDigit = quote ^ 0x30;
  const commaAsDigit = 0x2c ^ 0x30;
  const periodAsDigit = 0x2e ^ 0x30;
  const braceAsDigit = 0x7d ^ 0x30;
  let next = start;
  let { inOrder } = columns;
  for (;;) {
    let at = next;
    // The key, without a zero in front.
    if (bytes[at] !== quote) at = skipSpace(bytes, at);
    if (bytes[at] !== quote) break;
    let series = (bytes[++at] ?? 0) ^ 0x30;
    if (series >= 10) break;
    let digit = (bytes[++at] ?? 0) ^ 0x30;
    if (digit < 10) {
      if (series === 0) break;
      series = (series * 10 + digit) | 0;
      digit = (bytes[++at] ?? 0) ^ 0x30;
      if (digit < 10) {
        series = (series * 10 + digit) | 0;
        digit = (bytes[++at] ?? 0) ^ 0x30;
        if (digit < 10) {
          series = (series * 10 + digit) | 0;
          digit = (bytes[++at] ?? 0) ^ 0x30;
          if (digit < 10) {
            series = (series * 10 + digit) | 0;
            digit = (bytes[++at] ?? 0) ^ 0x30;
          }
        }
      }
    }
    if (digit !== quoteAsDigit || bytes[++at] !== colon || series >= count) break;

    // The number, without a zero in front of other digits.
    let value = (bytes[++at] ?? 0) ^ 0x30;
    if (value >= 10) {
      at = skipSpace(bytes, at);
      value = (bytes[at] ?? 0) ^ 0x30;
      if (value >= 10) break;
    }
    digit = (bytes[++at] ?? 0) ^ 0x30;
    if (digit < 10) {
      if (value === 0) break;
      value = (value * 10 + digit) | 0;
      digit = (bytes[++at] ?? 0) ^ 0x30;
      if (digit < 10) {
        value = (value * 10 + digit) | 0;
        digit = (bytes[++at] ?? 0) ^ 0x30;
        if (digit < 10) {
          value = (value * 10 + digit) | 0;
          digit = (bytes[++at] ?? 0) ^ 0x30;
          if (digit < 10) {
            value = (value * 10 + digit) | 0;
            digit = (bytes[++at] ?? 0) ^ 0x30;
            if (digit < 10) {
              value = (value * 10 + digit) | 0;
              digit = (bytes[++at] ?? 0) ^ 0x30;
            }
          }
        }
      }
    }
    const cell = (Math.imul(series, capacity) + row) | 0;
    if (digit === commaAsDigit) cells[cell] = value;
    else {
      let scaled = value;
      let places = 0;
      if (digit === periodAsDigit) {
        for (digit = (bytes[++at] ?? 0) ^ 0x30; digit < 10; digit = (bytes[++at] ?? 0) ^ 0x30) {
          scaled = scaled * 10 + digit;
          places += 1;
        }
        if (places === 0 || places > mostPlaces) break;
      }
      if (digit !== commaAsDigit && digit !== braceAsDigit) break;
      cells[cell] = scaled / (powersOfTen[places] ?? 1);
    }
    if (series === inOrder) inOrder += 1;
    next = at;
    if (digit === braceAsDigit) break;
    next += 1;
  }
  columns.inOrder = inOrder;
  return next;
}
