import { expect, test } from "vitest";
import { renderPhrase } from "../report/clean-text.ts";
import { phrase, plain, quoteJson, quoteList } from "./phrase.ts";

test("text of others is quoted; numbers, our own text and phrases are taken over", () => {
  const inner = phrase`the parameter ${"x"}`;
  expect(phrase`${inner} takes ${2} of ${"y"}${plain("!")}`).toEqual({
    own: ["the parameter ", " takes 2 of ", "!"],
    quotes: ["x", "y"],
  });
});

test.each([
  [[], "none"],
  [["a"], "`a`"],
  [["a", "b"], "`a` and `b`"],
  [["a", "b", "c"], "`a`, `b` and `c`"],
])("%j is spoken as %s", (values, spoken) => {
  expect(renderPhrase(quoteList(values))).toBe(spoken);
});

test("a long list is cut", () => {
  const values = Array.from({ length: 25 }, (_, index) => String(index));
  expect(renderPhrase(quoteList(values))).toMatch(/`18`, `19` and 5 more$/);
});

test.each([
  [undefined, "nothing"],
  [null, "nothing"],
  ["text", "`text`"],
  [["a", 1], '`["a",1]`'],
])("%j in a sentence is %s", (value, spoken) => {
  expect(renderPhrase(quoteJson(value))).toBe(spoken);
});
