import { runInThisContext } from "node:vm";
import fc from "fast-check";
import ts from "typescript";
import { expect, test } from "vitest";
import {
  codeCell,
  commentText,
  constantName,
  fileName,
  literal,
  markdownCode,
  markdownText,
  propertyAccess,
  propertyName,
  typeName,
} from "./escape.ts";

const hostile = fc.oneof(
  fc.string({ unit: "binary" }),
  fc.constantFrom(
    "*/",
    ["`$", "{x}`"].join(""),
    "\u2028",
    "__proto__",
    "\\",
    '"',
    "</script>",
    "{@link x}",
    "a\n * @deprecated",
  ),
);

const parse = (code: string): ts.SourceFile & { parseDiagnostics?: readonly unknown[] } =>
  ts.createSourceFile("x.ts", code, ts.ScriptTarget.Latest);

test("a literal is source code for exactly the text", () => {
  fc.assert(
    fc.property(hostile, (text) => {
      const file = parse(`const x = ${literal(text)};`);
      const statement = file.statements[0];
      expect(file.statements).toHaveLength(1);
      const value =
        statement && ts.isVariableStatement(statement)
          ? statement.declarationList.declarations[0]
          : undefined;
      expect(value?.initializer && ts.isStringLiteral(value.initializer) && value.initializer.text).toBe(
        text,
      );
    }),
  );
});

test("no text ends a comment", () => {
  fc.assert(
    fc.property(hostile, (text) => {
      const file = parse(`/** ${commentText(text)} */\nconst x = 1;`);
      expect(file.statements).toHaveLength(1);
      expect(file.parseDiagnostics).toEqual([]);
      expect(commentText(text)).not.toMatch(/[\n\r]/);
    }),
  );
});

test("a tag in a comment is none to TypeDoc, which looks for the files of tags even behind a backslash", () => {
  expect(commentText("<img src=x> {@link y}")).toBe("&lt;img src=x&gt; \\{\\@link y\\}");
});

test("any name can be a property, and stays one", () => {
  fc.assert(
    fc.property(hostile, (name) => {
      const made: object = runInThisContext(`({ ${propertyName(name)}: 1 })`);
      expect(Object.keys(made)).toEqual([name]);
    }),
  );
});

test("any name can be read as a property", () => {
  fc.assert(
    fc.property(hostile, (name) => {
      const object = Object.assign(Object.create(null), { [name]: 1 });
      expect(runInThisContext(`(object) => object${propertyAccess(name)}`)(object)).toBe(1);
    }),
  );
  expect(propertyAccess("getMAUTotalUsage")).toBe(".getMAUTotalUsage");
  expect(propertyAccess("3widgets")).toBe('["3widgets"]');
});

test("text in Markdown is on one line, and shows as it is", () => {
  expect(markdownText("a|b\n| c\\|d")).toBe("a\\|b \\| c\\\\\\|d");
  expect(markdownText("<b>&lt; {@link x} [y](z) `*_~$")).toBe(
    "\\<b\\>\\&lt; \\{\\@link x\\} \\[y\\](z) \\`\\*\\_\\~\\$",
  );
  expect(markdownText("http://x.example, WWW.x.example")).toBe("http\\://x\\.example, WWW\\.x\\.example");
});

test.each([
  ["# heading", "\\# heading"],
  ["- item", "\\- item"],
  ["+ item", "\\+ item"],
  ["=", "\\="],
  ["12. item", "12\\. item"],
  ["1) item", "1\\) item"],
  ["\u202e - item", "\\- item"],
  ["2.5 widgets - a day", "2\\.5 widgets - a day"],
])("%s begins no block of Markdown", (text, escaped) => {
  expect(markdownText(text)).toBe(escaped);
});

test("code in Markdown shows as it is, but for backticks, also in a cell", () => {
  expect(markdownCode("/usage/{type}|x`y`\\")).toBe("`/usage/{type}|x'y'\\`");
  expect(markdownCode("")).toBe("` `");
  expect(markdownCode("a\u202eb")).toBe("`ab`");
  expect(codeCell("/usage/{type}|x")).toBe("`/usage/{type}\\|x`");
});

test.each([
  ["getMAUTotalUsage", "getMAUTotalUsage"],
  ["get-widget_usage", "get-widget_usage"],
  ["../../etc/passwd", "EtcPasswd"],
  ["a.b", "AB"],
  [".", "operation"],
  ["x".repeat(300), "x".repeat(100)],
])("the file of %s is %s", (operationId, name) => {
  expect(fileName(operationId)).toBe(name);
});

test.each([
  ["getMAUTotalUsage", "GetMAUTotalUsage"],
  ["get-widget_usage v2", "GetWidgetUsageV2"],
  ["3widgets", "Operation3widgets"],
])("%s as a type is %s", (operationId, name) => {
  expect(typeName(operationId)).toBe(name);
});

test.each([
  ["getMAUTotalUsage", "getMAUTotalUsage"],
  ["get-widget_usage v2", "getWidgetUsageV2Operation"],
  ["delete", "deleteOperation"],
  ["createUsageCore", "createUsageCoreOperation"],
  ["3widgets", "operation3widgetsOperation"],
])("%s as a constant is %s", (operationId, name) => {
  expect(constantName(operationId)).toBe(name);
  expect(parse(`const ${name} = 1;`).parseDiagnostics).toEqual([]);
});
