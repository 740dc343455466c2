import { expect, test } from "vitest";
import { decodeText } from "./decode-text.ts";

const bytes = (...parts: (string | number[])[]): Uint8Array =>
  Buffer.concat(parts.map((part) => (typeof part === "string" ? Buffer.from(part) : Uint8Array.from(part))));

test("text is UTF-8, with or without a byte order mark", () => {
  expect(decodeText(bytes("é\u{1f600}\ufffd"), "a test")).toBe("é\u{1f600}\ufffd");
  expect(decodeText(bytes([0xef, 0xbb, 0xbf], "{}"), "a test")).toBe("{}");
});

test.each<[string, Uint8Array, string]>([
  ["a lone byte", bytes("ab\nc\ufffdé", [0xff], "d"), "sync: a test, line 2, column 4: it is not UTF-8"],
  [
    "a byte after a mark",
    bytes([0xef, 0xbb, 0xbf], [0x80]),
    "sync: a test, line 1, column 1: it is not UTF-8",
  ],
  ["a character cut off", bytes("ab", [0xc3]), "sync: a test, line 1, column 3: it is not UTF-8"],
  ["half a character", bytes([0xed, 0xa0, 0x80]), "sync: a test, line 1, column 1: it is not UTF-8"],
  ["UTF-16", bytes([0xff, 0xfe, 0x7b, 0]), "sync: a test: it is in UTF-16"],
])("%s is refused", (_name, text, message) => {
  expect(() => decodeText(text, "a test")).toThrow(message);
});
