import { describe, expect, test } from "vitest";
import { parseDocument } from "./parse-document.ts";

const parse = (text: string): unknown => parseDocument(text, "a test");

test.each([
  ['{"openapi": "3.0.3"}', { openapi: "3.0.3" }],
  ['\n  {\n  "a": [1]}', { a: [1] }],
  ["openapi: 3.0.3\npaths: {}\n", { openapi: "3.0.3", paths: {} }],
  ["{openapi: 3.0.3, paths: {}}", { openapi: "3.0.3", paths: {} }],
  [
    "%YAML 1.2\n---\na: 2020-01-01\nb: no\nc: 0o17\n200: x\n",
    { a: "2020-01-01", b: "no", c: 15, "200": "x" },
  ],
  ["a: &x {b: 1, c: 2}\nd: {<<: *x, c: 3}\n", { a: { b: 1, c: 2 }, d: { b: 1, c: 3 } }],
  ['"<<": 1\n', { "<<": 1 }],
])("%j is told apart by its content", (text, value) => {
  expect(parse(text)).toEqual(value);
});

test.each([
  ['{"__proto__": {"polluted": true}, "constructor": 1}'],
  ["__proto__: {polluted: true}\nconstructor: 1\n"],
])("names of %j are data", (text) => {
  const value = parse(text);
  expect(Object.keys(Object(value))).toEqual(["__proto__", "constructor"]);
  expect(Reflect.get({}, "polluted")).toBeUndefined();
  expect(Object.getPrototypeOf(value)).toBe(Object.prototype);
});

describe("what is broken is named with its place", () => {
  test.each<[string, string, RegExp]>([
    ["nothing", " \n ", /^sync: a test: it is empty\. Give a whole OpenAPI document/],
    ["a web page", "<!DOCTYPE html><html>", /^sync: a test: it is a web page or XML/],
    ["cut JSON", '{\n  "a": {"b": 1', /a test, line 2, column 15: the JSON is broken: it ends in the middle/],
    ["JSON of another mind", '{"a": undefined}', /line 1, column 7: .*"u" cannot stand here/],
    ["JSON that says two things", '{"a": 1,\n "a": 2}', /line 2, column 2: .*"a" occurs twice/],
    ["absurd JSON", `{"a": ${"[".repeat(100_000)}`, /column 256: .*nested deeper than 250/],
    [
      "YAML that says two things",
      "a: 1\nb: 2\na: 3\n",
      /line 3, column 1: the YAML is broken: duplicated mapping key/,
    ],
    ["broken YAML", "a: [1\nb: 2\n", /the YAML is broken/],
    ["absurd YAML", `a: ${"[".repeat(100_000)}`, /nesting exceeded maxDepth/],
    ["several documents", "--- {a: 1}\n--- {b: 1}\n", /expected a single document/],
    ["binary values", "a: !!binary aGk=\n", /line 1, column 4: .*unknown scalar tag/],
    ["tags of its own", "a: !!js/function x\n", /unknown scalar tag/],
    ["keys that are no text", "? [1]\n: 2\n", /complex keys/],
    ["an unknown alias", "a: *b\n", /the YAML is broken/],
  ])("%s", (_name, text, message) => {
    expect(() => parse(text)).toThrow(message);
  });
});
