import { largestEpochMs } from "@ldusage/types/time";
import {
  closeBrace,
  colon,
  comma,
  endOfText,
  endOfValue,
  openBrace,
  parseBetween,
  quote,
  skipSpace,
} from "./json-bytes.ts";
import type { PointColumns } from "./point-columns.ts";
import { readMembers } from "./read-members.ts";

/** Instead of a position: something unusual was met. */
export const unusual = -1;
/** Instead of a position: not all series have a value, or not in their order, so that the row must be of holes first. */
export const needsHoles = -2;

// A whole number of as many digits is below 2^53.
const exactDigits = 15;
const timeKey = '"time"';

/**
 * Reads the point that begins at `start` into a row of columns.
 *
 * @returns the position after the point, `unusual`, or `needsHoles`.
 * @throws SyntaxError where something else than JSON stands in place of a number.
 */
export function readPoint(bytes: Uint8Array, start: number, columns: PointColumns, row: number): number {
  if (bytes[start] !== openBrace) return unusual;
  columns.inOrder = 0;
  let isTimed = false;
  let at = start + 1;
  for (;;) {
    at = readMembers(bytes, at, columns, row);
    if (bytes[at] === closeBrace && isDigit(bytes[at - 1])) break;
    // A member of another kind: the time, or a number that takes more to read.
    at = skipSpace(bytes, at);
    const isTime = startsWithTime(bytes, at);
    const keyEnd = isTime ? at + timeKey.length : endOfText(bytes, at) + 1;
    const key = isTime ? timeKey : readIndex(bytes, at, keyEnd, columns.count);
    at = skipSpace(bytes, keyEnd);
    if (key === undefined || bytes[at] !== colon) return unusual;
    at = skipSpace(bytes, at + 1);
    let end = endOfDigits(bytes, at);
    if (!isEndOfNumber(bytes[end])) end = endOfValue(bytes, at);
    const value = readInteger(bytes, at, end) ?? parseNumber(bytes, at, end);
    if (value === undefined) return unusual;
    if (key !== timeKey) {
      columns.cells[key * columns.capacity + row] = value;
      if (key === columns.inOrder) columns.inOrder += 1;
    } else if (Math.abs(value) <= largestEpochMs) {
      columns.timeMs[row] = value;
      isTimed = true;
    } else return unusual;
    at = skipSpace(bytes, end);
    if (bytes[at] === closeBrace) break;
    if (bytes[at] !== comma) return unusual;
    at += 1;
  }
  if (!isTimed) return unusual;
  return columns.isOfHoles || columns.inOrder === columns.count ? at + 1 : needsHoles;
}

function isDigit(byte = 0): boolean {
  return (byte ^ 0x30) < 10;
}

/** Whether what begins at a position is the key of the time, as it is written everywhere. */
function startsWithTime(bytes: Uint8Array, at: number): boolean {
  return (
    bytes[at] === quote &&
    bytes[at + 1] === 0x74 &&
    bytes[at + 2] === 0x69 &&
    bytes[at + 3] === 0x6d &&
    bytes[at + 4] === 0x65 &&
    bytes[at + 5] === quote
  );
}

/** The index of a series in quotation marks; `undefined` for any other key. */
function readIndex(bytes: Uint8Array, start: number, end: number, count: number): number | undefined {
  if (bytes[start] !== quote) return undefined;
  const index = readInteger(bytes, start + 1, end - 1);
  return index !== undefined && index < count ? index : undefined;
}

function endOfDigits(bytes: Uint8Array, start: number): number {
  let at = start;
  while (isDigit(bytes[at])) at += 1;
  return at;
}

function isEndOfNumber(byte: number | undefined): boolean {
  return byte === comma || byte === closeBrace;
}

/** A whole number without a sign, of few digits and no zero in front of others; `undefined` for anything else. */
function readInteger(bytes: Uint8Array, start: number, end: number): number | undefined {
  const length = end - start;
  if (length === 0 || length > exactDigits || (length > 1 && bytes[start] === 0x30)) return undefined;
  let value = 0;
  for (let at = start; at < end; at += 1) {
    const digit = (bytes[at] ?? 0) ^ 0x30;
    if (digit >= 10) return undefined;
    value = value * 10 + digit;
  }
  return value;
}

/** A number in any notation; `NaN`, which is a hole, for `null`; `undefined` for anything else. */
function parseNumber(bytes: Uint8Array, start: number, end: number): number | undefined {
  const value = parseBetween(bytes, start, end);
  if (value === null) return Number.NaN;
  return typeof value === "number" && Number.isFinite(value) ? value : undefined;
}
