import fc from "fast-check";
import { expect, test } from "vitest";
import { lookUp, pointerOf, referenceTo, tokensOf } from "./pointer.ts";

test.each<[string, string[] | undefined]>([
  ["#/paths/~1api~1v2~1usage~1%7Btype%7D/get", ["paths", "/api/v2/usage/{type}", "get"]],
  ["#/components/schemas/A~01%20b", ["components", "schemas", "A~1 b"]],
  ["#/components/schemas/100%", ["components", "schemas", "100%"]],
  ["#", []],
  ["#anchor", undefined],
  ["other.json#/components/schemas/A", undefined],
])("%s leads to %j", (reference, tokens) => {
  expect(tokensOf(reference)).toEqual(tokens);
});

test("any tokens survive in a reference", () => {
  fc.assert(
    fc.property(fc.array(fc.string({ unit: "binary" })), (tokens) => {
      expect(tokensOf(referenceTo(tokens))).toEqual(tokens);
    }),
  );
});

test("what objects inherit is nowhere in a document", () => {
  const document: unknown = JSON.parse('{"list": [1, 2], "__proto__": {"a": 1}}');
  expect(lookUp(document, ["list", "1"])).toBe(2);
  expect(lookUp(document, ["__proto__", "a"])).toBe(1);
  for (const odd of ["constructor", "toString"]) expect(lookUp(document, [odd])).toBeUndefined();
  for (const odd of ["length", "01", "-1", "2"]) expect(lookUp(document, ["list", odd])).toBeUndefined();
});

test("a place is readable", () => {
  expect(pointerOf(["paths", "/a/{b~c}", "get"])).toBe("#/paths/~1a~1{b~0c}/get");
});
