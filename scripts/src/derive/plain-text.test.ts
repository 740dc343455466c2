import fc from "fast-check";
import { expect, test } from "vitest";
import { plainText } from "./plain-text.ts";

const words = (text: string): string[] =>
  plainText(text)
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => line !== "");

test.each<[string, string[]]>([
  ["One.<br/>Two.<BR >Three.\r\nFour.", ["One.", "Two.", "Three.", "Four."]],
  ["<p>One.</p><p class='x'>Two <b>three</b>.</p>", ["One.", "Two three."]],
  ["Values:<ul><li>a</li><li>b</li></ul>Then.", ["Values: a, b.", "Then."]],
  ["Values:\n* a\n* b\n\nThen.", ["Values: a, b.", "Then."]],
  ["No list:\nfirst\n- a dash", ["No list:", "first", "- a dash"]],
  ["<code>__a__</code> is **b**", ["`__a__` is b"]],
  ["a_b__c &lt;key&gt; &amp;lt; &unknown; &#65; &#xD800", ["a_b__c <key> &lt; &unknown; A &#xD800"]],
  ["a < b > c <key>", ["a < b > c <key>"]],
])("%j says %j", (text, lines) => {
  expect(words(text)).toEqual(lines);
});

test("any text is read, in a time that grows with its length", () => {
  fc.assert(fc.property(fc.string({ unit: "binary" }), (text) => typeof plainText(text) === "string"));
  for (const part of ["<", "<li", "&", ":\n- ", ":\n", ": ", "**", "<p "]) {
    // With steps that grow with the square of the length, this would take minutes.
    expect(plainText(part.repeat(30_000)).length).toBeLessThan(2_000_000);
  }
});
