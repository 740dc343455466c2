import type { DecodedColumns } from "../series/decode-series.ts";
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
import { type ReadPoints, readPoints } from "./read-points.ts";

/**
 * Reads the usual shape of a series response from its bytes: `metadata` before `series`, each once. `undefined` as
 * soon as anything is unusual, whether wrong or not. What it reads is correct JSON: every part is either parsed or read
 * byte by byte.
 *
 * @throws SyntaxError or TypeError where something is no JSON, or no UTF-8.
 */
export function readResponse(bytes: Uint8Array): DecodedColumns | undefined {
  let at = skipSpace(bytes, 0);
  if (bytes[at] !== openBrace) return undefined;
  let metadata: object[] | undefined;
  let points: ReadPoints | undefined;
  do {
    at = skipSpace(bytes, at + 1);
    if (bytes[at] !== quote) return undefined;
    const nameEnd = endOfText(bytes, at) + 1;
    const name = parseBetween(bytes, at, nameEnd);
    at = skipSpace(bytes, nameEnd);
    if (bytes[at] !== colon) return undefined;
    at = skipSpace(bytes, at + 1);
    if (name === "series") {
      if (metadata === undefined || points !== undefined) return undefined;
      points = readPoints(bytes, at, metadata.length);
      if (points === undefined) return undefined;
      at = points.end;
    } else {
      const end = endOfValue(bytes, at);
      const value = parseBetween(bytes, at, end);
      if (name === "metadata") {
        if (metadata !== undefined || !isListOfObjects(value)) return undefined;
        metadata = value;
      }
      at = end;
    }
    at = skipSpace(bytes, at);
  } while (bytes[at] === comma);
  const isEnd = bytes[at] === closeBrace && skipSpace(bytes, at + 1) === bytes.length;
  return isEnd && metadata !== undefined && points !== undefined ? { metadata, ...points } : undefined;
}

function isListOfObjects(value: unknown): value is object[] {
  return (
    Array.isArray(value) &&
    value.every((entry) => typeof entry === "object" && entry !== null && !Array.isArray(entry))
  );
}
