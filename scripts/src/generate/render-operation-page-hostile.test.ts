import { execFileSync } from "node:child_process";
import fc from "fast-check";
import { load as parseYaml } from "js-yaml";
import ts from "typescript";
import { expect, test } from "vitest";
import { describeWidgets, service } from "./fixtures/widgets.ts";
import { renderOperationPages } from "./render-operation-pages.ts";

const hostile = fc.oneof(
  fc.string({ unit: "binary", maxLength: 20 }),
  fc.constantFrom(
    ..."```|---|# x|\n\n# x|\n- x|1. x|</td><script>alert(1)</script>|<!--|-->|{@include /etc/passwd}".split(
      "|",
    ),
    ..."{@link x}~[x](javascript:1)~![x](//x)~https://x.example~www.x.example~&lt;b&gt;~|~\\|~\\~`~``~'~'\"".split(
      "~",
    ),
    ..."$(id)~\n---\n~: x~- x~\u202e~\u2028~__proto__~*x*~_x_~$x$~~~x~~~@x~+ x~=~'; id; '~\ud800".split("~"),
  ),
);

const pagesWith = (text: string): string[] =>
  // Around each plain text, so that those that differ still do.
  renderOperationPages([describeWidgets((plain) => `${text}${plain}${text}`)], service).map(
    (page) => page.text,
  );
const plainPages = pagesWith("");

/** The fenced blocks of a page, of a language. */
function blocksOf(page: string, language: string): string[] {
  return [...page.matchAll(new RegExp(`^\`\`\`${language}\n([\\s\\S]*?)^\`\`\`$`, "gm"))].map(
    (match) => match[1] ?? "",
  );
}

/** What Markdown makes of a page, without its texts: how lines begin, and every character that is markup. */
function skeletonOf(page: string): string[] {
  const [, , body = ""] = page.split(/^---$/m);
  return body
    .replace(/^```(\w+)\n[\s\S]*?^```$/gm, "```$1")
    .replace(/`[^`\n]*`/g, "CODE")
    .replace(/\\[!-/:-@[-`{-~]/g, "x")
    .split("\n")
    .map((line) => {
      const start = /^(?:#+ |\| |- |```\w+| *)/.exec(line)?.[0] ?? "";
      return (
        start +
        (line.slice(start.length).match(/[<>{}@*_[\]()~$&|`#]/g) ?? [])
          .filter((mark) => !"()#".includes(mark))
          .join("")
      );
    });
}

test("no text of the spec makes Markdown or HTML of its own", () => {
  fc.assert(
    fc.property(hostile, (text) => {
      expect(pagesWith(text).map(skeletonOf)).toEqual(plainPages.map(skeletonOf));
    }),
  );
});

test("no text of the spec breaks out of the front matter", () => {
  fc.assert(
    fc.property(hostile, (text) => {
      const [overview = "", page = ""] = pagesWith(text).map((each) => each.split(/^---$/m)[1]);
      // TypeDoc would take these for code or a tag, and what follows for the page.
      expect(page + overview).not.toMatch(/[`{}@<>]/);
      expect(parseYaml(page)).toEqual({ title: `${text}getWidgetsUsage${text}`, group: "Operations" });
      expect(Object.keys(Object(parseYaml(overview)))).toEqual(["title", "group", "children"]);
      expect(parseYaml(overview)).toMatchObject({
        children: [expect.stringMatching(/^operations\/[\w-]+\.md$/)],
      });
    }),
  );
});

test("no text of the spec breaks out of a call", () => {
  const statementsOf = (code: string): number[] => {
    const file: ts.SourceFile & { parseDiagnostics?: readonly unknown[] } = ts.createSourceFile(
      "call.ts",
      code,
      ts.ScriptTarget.Latest,
    );
    expect(file.parseDiagnostics).toEqual([]);
    return file.statements.map(({ kind }) => kind);
  };
  const plain = blocksOf(plainPages[1] ?? "", "ts").map(statementsOf);
  expect(plain.map((kinds) => kinds.length)).toEqual([4, 5]);
  fc.assert(
    fc.property(hostile, (text) => {
      expect(blocksOf(pagesWith(text)[1] ?? "", "ts").map(statementsOf)).toEqual(plain);
    }),
  );
});

test("no text of the spec breaks out of the line of shell", () => {
  fc.assert(
    fc.property(hostile, (text) => {
      const [code = ""] = blocksOf(pagesWith(text)[1] ?? "", "sh");
      const script = `curl() { printf '%s\\n' "$@"; }\n${code}`;
      const env = { LD_ACCESS_TOKEN: "api-test" };
      const [url = "", ...rest] = execFileSync("/bin/sh", ["-c", script], { env, encoding: "utf8" }).split(
        "\n",
      );
      expect(rest).toEqual(["-H", "Authorization: api-test", "-H", "Widget-Version: beta", ""]);
      const { origin, pathname, searchParams } = new URL(url);
      expect(origin).toBe("https://widgets.example");
      expect(pathname.startsWith("/api/v2/usage/widgets/")).toBe(true);
      // URLs have no half characters.
      const whole = (plain: string): string => Buffer.from(`${text}${plain}${text}`).toString();
      expect(searchParams.get(whole("by"))).toBe(whole("shape"));
    }),
    { numRuns: 60 },
  );
});
