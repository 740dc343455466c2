import { deepestNesting } from "../openapi/limits.ts";

/** What is wrong with a JSON text, and where. */
export interface JsonProblem {
  readonly offset: number;
  readonly problem: string;
}

interface Scan {
  readonly text: string;
  offset: number;
  expected: "value" | "value or end" | "name" | "name or end" | "colon" | "comma or end" | "nothing";
  /** For each open object the names of its members so far, for each open list `undefined`. */
  readonly open: (Set<string> | undefined)[];
}

/**
 * The first problem of a JSON text, members that occur twice and absurd depth included. The parser of the language
 * takes the last of two members without a word, and does not say where a problem is.
 */
export function checkJson(text: string): JsonProblem | undefined {
  const scan: Scan = { text, offset: 0, expected: "value", open: [] };
  for (skipSpace(scan); scan.offset < text.length; skipSpace(scan)) {
    const problem = step(scan);
    if (problem !== undefined) return { offset: scan.offset, problem };
  }
  return scan.expected === "nothing" ? undefined : { offset: scan.offset, problem: "it ends in the middle" };
}

/** Reads the next token. Gives what is wrong with it, if anything is. */
function step(scan: Scan): string | undefined {
  const character = scan.text[scan.offset] ?? "";
  if (character === "}" || character === "]") return close(scan, character);
  switch (scan.expected) {
    case "nothing":
      return "something follows the end of the document";
    case "colon":
      return character === ":" ? advance(scan, "value") : unexpected(scan);
    case "comma or end":
      return character === "," ? advance(scan, scan.open.at(-1) ? "name" : "value") : unexpected(scan);
    case "name":
    case "name or end":
      return readName(scan);
    default:
      return character === "{" || character === "[" ? open(scan, character) : readScalar(scan);
  }
}

function advance(scan: Scan, expected: Scan["expected"]): undefined {
  scan.offset += 1;
  scan.expected = expected;
}

function open(scan: Scan, character: string): string | undefined {
  if (scan.open.length === deepestNesting) return `it is nested deeper than ${deepestNesting} levels`;
  scan.open.push(character === "{" ? new Set() : undefined);
  return advance(scan, character === "{" ? "name or end" : "value or end");
}

function close(scan: Scan, character: string): string | undefined {
  if (scan.open.length === 0 || !scan.expected.endsWith(" or end")) return unexpected(scan);
  if ((character === "}") !== (scan.open.at(-1) !== undefined)) return unexpected(scan);
  scan.open.pop();
  scan.offset += 1;
  scan.expected = afterValue(scan);
  return undefined;
}

function readName(scan: Scan): string | undefined {
  const end = endOfString(scan);
  if (end === undefined) return unexpected(scan);
  const written = scan.text.slice(scan.offset + 1, end - 1);
  const name = written.includes("\\") ? String(JSON.parse(`"${written}"`)) : written;
  const names = scan.open.at(-1);
  if (names?.has(name)) return `the member ${JSON.stringify(name)} occurs twice in one object`;
  names?.add(name);
  scan.offset = end;
  scan.expected = "colon";
  return undefined;
}

const numberOrWord = /(?:-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null)(?![\w.+-])/y;

function readScalar(scan: Scan): string | undefined {
  numberOrWord.lastIndex = scan.offset;
  const end = endOfString(scan) ?? (numberOrWord.test(scan.text) ? numberOrWord.lastIndex : undefined);
  if (end === undefined) return unexpected(scan);
  scan.offset = end;
  scan.expected = afterValue(scan);
  return undefined;
}

function afterValue(scan: Scan): Scan["expected"] {
  return scan.open.length === 0 ? "nothing" : "comma or end";
}

const escapeSequence = /\\(?:["\\/bfnrt]|u[\da-fA-F]{4})/y;

/** Where the string that starts here has ended; `undefined` where none starts, or with the scan at its problem. */
function endOfString(scan: Scan): number | undefined {
  const { text } = scan;
  if (text[scan.offset] !== '"') return undefined;
  let at = scan.offset + 1;
  for (let code = text.charCodeAt(at); code >= 32; code = text.charCodeAt(at)) {
    if (code === quote) return at + 1;
    if (code === backslash) {
      escapeSequence.lastIndex = at;
      if (!escapeSequence.test(text)) break;
      at = escapeSequence.lastIndex;
    } else {
      at += 1;
    }
  }
  scan.offset = at;
  return undefined;
}

const quote = 34;
const backslash = 92;

function skipSpace(scan: Scan): void {
  let code = scan.text.charCodeAt(scan.offset);
  while (code === 32 || code === 10 || code === 13 || code === 9) {
    scan.offset += 1;
    code = scan.text.charCodeAt(scan.offset);
  }
}

function unexpected(scan: Scan): string {
  if (scan.offset >= scan.text.length) return "it ends in the middle";
  return `${JSON.stringify(scan.text[scan.offset])} cannot stand here`;
}
