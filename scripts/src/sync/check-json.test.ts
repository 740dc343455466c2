import fc from "fast-check";
import { expect, test } from "vitest";
import { checkJson } from "./check-json.ts";

test.each<[string, number, RegExp]>([
  ['{"a": 1,}', 8, /"}" cannot stand here/],
  ["[1, 2,]", 6, /"\]" cannot stand here/],
  ['{"a": 1} {', 9, /something follows/],
  ['{"a": 1', 7, /ends in the middle/],
  ['{"a": "b', 8, /ends in the middle/],
  ["", 0, /ends in the middle/],
  ['{"a": tru}', 6, /"t" cannot stand/],
  ['{"a": 01}', 6, /"0" cannot stand/],
  ['{"a": "\\x"}', 7, /"\\\\" cannot stand/],
  ['{"a": "\n"}', 7, /"\\n" cannot stand/],
  ['{"a": 1, "\\u0061": 2}', 9, /the member "a" occurs twice/],
  ['{"__proto__": 1, "__proto__": 2}', 17, /"__proto__" occurs twice/],
  ["{a: 1}", 1, /"a" cannot stand/],
  ["[}", 1, /"}" cannot stand/],
  ['{"a" 1}', 5, /"1" cannot stand/],
  ["]", 0, /"\]" cannot stand/],
])("%j is wrong at %i", (text, offset, problem) => {
  expect(checkJson(text)).toEqual({ offset, problem: expect.stringMatching(problem) });
});

test("depth has an end, however deep", () => {
  expect(checkJson("[".repeat(250) + "]".repeat(250))).toBeUndefined();
  expect(checkJson("[".repeat(5_000_000))?.problem).toBe("it is nested deeper than 250 levels");
});

test("the same name may stand in several objects", () => {
  expect(checkJson('{"a": {"a": [{"a": 1}, {"a": 2}]}, "b": ""}')).toBeUndefined();
});

test("a text has no problem exactly when it is JSON, members that occur twice aside", () => {
  const parses = (text: string): boolean => {
    try {
      JSON.parse(text);
      return true;
    } catch {
      return false;
    }
  };
  const json = fc.json({ maxDepth: 3, stringUnit: "binary" });
  const damaged = fc
    .tuple(
      json,
      fc.nat(),
      fc.nat(),
      fc.constantFrom("", "{", "}", "[", "]", ",", ":", '"', "\\", "1", "e", "-", "\t"),
    )
    .map(([text, at, length, with_]) => {
      const start = at % (text.length + 1);
      return text.slice(0, start) + with_ + text.slice(start + (length % 3));
    });
  fc.assert(
    fc.property(fc.oneof(json, damaged), (text) => {
      const found = checkJson(text);
      if (found?.problem.includes("occurs twice") !== true) expect(found === undefined).toBe(parses(text));
    }),
    { numRuns: 2000 },
  );
});
