import { runInThisContext } from "node:vm";
import fc from "fast-check";
import ts from "typescript";
import { expect, test } from "vitest";
import { codeCell, commentText, constantName, literal, propertyName, tableCell, typeName } from "./escape.ts";

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

test("any name can be a property, and stays one", () => {
  fc.assert(
    fc.property(hostile, (name) => {
      const made: object = runInThisContext(`({ ${propertyName(name)}: 1 })`);
      expect(Object.keys(made)).toEqual([name]);
    }),
  );
});

test("a cell of a table has no bars or line ends of its own, and shows the text", () => {
  expect(tableCell("a|b\n| c\\|d")).toBe("a\\|b \\| c\\\\\\|d");
  expect(codeCell("/usage/{type}|x")).toBe("`/usage/{type}\\|x`");
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
