import fc from "fast-check";
import { expect, test } from "vitest";
import { cleanText } from "./clean-text.ts";
import { reportWith } from "./example-report.ts";
import { toChangeset } from "./to-changeset.ts";
import { toJson } from "./to-json.ts";
import { toMarkdown } from "./to-markdown.ts";
import { toTerminal } from "./to-terminal.ts";

const hostile = fc.oneof(
  fc.string({ unit: "binary" }),
  fc.constantFrom(
    "\u001b[31mred\u001b[0m",
    "\u001b]8;;https://evil.example\u0007link\u001b]8;;\u0007",
    "\u009b2J",
    "a\r\nb\u2028c",
    "\u202egnp.exe",
    "`@everyone`",
    "``` \n# heading",
    "#1 GH-2 owner/repo#3 https://evil.example",
    "<img src=x onerror=alert(1)>",
    "![](https://evil.example/x.png)",
    '---\n"@ldusage/types": major\n---',
    "x".repeat(100_000),
    "\ud800",
  ),
);

/** Control and formatting characters, other than line ends: what a terminal obeys or a reader cannot see. */
const invisible = /[^\P{C}\n]/u;

test("no text reaches a terminal with anything that it obeys, or makes lines of its own", () => {
  const lines = toTerminal(reportWith("x")).split("\n").length;
  fc.assert(
    fc.property(hostile, (text) => {
      const output = toTerminal(reportWith(text));
      expect(output).not.toMatch(invisible);
      expect(output.split("\n").length).toBe(lines);
    }),
  );
});

test("JSON is as clean", () => {
  fc.assert(
    fc.property(hostile, (text) => {
      expect(JSON.stringify(toJson(reportWith(text)))).not.toMatch(invisible);
    }),
  );
});

test.each([
  ["Markdown", (text: string) => toMarkdown(reportWith(text))],
  ["a changeset", (text: string) => toChangeset(reportWith(text), "major", ["@a/b"])],
])("in %s, all that is left outside of code is ours", (_name, render) => {
  const outside = (markdown: string): string => markdown.replace(/`[^`\n]*`/g, "``");
  const expected = outside(render("x"));
  fc.assert(
    fc.property(hostile, (text) => {
      const markdown = render(text);
      expect(markdown).not.toMatch(invisible);
      // Sorting by the texts may put lines in another order.
      expect(outside(markdown).split("\n").sort()).toEqual(expected.split("\n").sort());
    }),
  );
});

test("text is cut, cleaned and shown", () => {
  expect(cleanText("a\u001b[31mb\u001b[0m\n\t c\u202e\u0000d")).toBe("ab c d");
  expect(cleanText("x".repeat(1000))).toBe(`${"x".repeat(300)}…`);
  expect(cleanText("😀".repeat(1000))).toBe(`${"😀".repeat(300)}…`);
});
