// What JSON is made of, as bytes. All of it is ASCII, and no byte of a longer UTF-8 sequence is: bytes can be told
// apart without decoding.
export const quote = 0x22;
export const comma = 0x2c;
export const colon = 0x3a;
export const openBracket = 0x5b;
const backslash = 0x5c;
export const closeBracket = 0x5d;
export const openBrace = 0x7b;
export const closeBrace = 0x7d;

/** The position of the first byte from `at` that is no white space. */
export function skipSpace(bytes: Uint8Array, at: number): number {
  let next = at;
  while (isSpace(bytes[next])) next += 1;
  return next;
}

function isSpace(byte: number | undefined): boolean {
  return byte === 0x20 || byte === 0x0a || byte === 0x0d || byte === 0x09;
}

/**
 * Where the JSON value that begins at `at` ends. Finds the end of a correct value, and some place in a wrong one: what
 * lies between still has to be parsed.
 */
export function endOfValue(bytes: Uint8Array, at: number): number {
  let depth = 0;
  for (let next = at; next < bytes.length; next += 1) {
    const byte = bytes[next];
    if (byte === quote) {
      next = endOfText(bytes, next);
      if (depth === 0) return next + 1;
    } else if (byte === openBrace || byte === openBracket) {
      depth += 1;
    } else if (byte === closeBrace || byte === closeBracket) {
      // The end of what a plain value stands in.
      if (depth === 0) return next;
      depth -= 1;
      if (depth === 0) return next + 1;
    } else if (depth === 0 && (byte === comma || isSpace(byte))) {
      return next;
    }
  }
  return bytes.length;
}

/** Position of the quotation mark that ends the text which begins with the one at `at`. */
export function endOfText(bytes: Uint8Array, at: number): number {
  let next = at + 1;
  while (next < bytes.length && bytes[next] !== quote) next += bytes[next] === backslash ? 2 : 1;
  return next;
}

/** The text of bytes. Throws a `TypeError` when they are not UTF-8. */
export function textOf(bytes: Uint8Array): string {
  return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
}

/** Parses the JSON that lies between two positions. Throws when it is none. */
export function parseBetween(bytes: Uint8Array, start: number, end: number): unknown {
  return JSON.parse(textOf(bytes.subarray(start, end)));
}
