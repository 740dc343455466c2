import { join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import ts from "typescript";
import { describe, expect, test } from "vitest";

const root = fileURLToPath(new URL("../../", import.meta.url));
const entries = [
  "packages/client/src/index.ts",
  "packages/client/src/core/index.ts",
  "packages/helpers/src/index.ts",
  "packages/simulator/src/index.ts",
];

const program = ts.createProgram({
  rootNames: entries.map((entry) => join(root, entry)),
  options: {
    module: ts.ModuleKind.NodeNext,
    moduleResolution: ts.ModuleResolutionKind.NodeNext,
    target: ts.ScriptTarget.ES2023,
    customConditions: ["@ldusage/source"],
    allowImportingTsExtensions: true,
    noEmit: true,
    types: [],
  },
});
const checker = program.getTypeChecker();

interface PublicSymbol {
  readonly name: string;
  readonly place: string;
  readonly summary: string;
  readonly examples: readonly string[];
}

/** Everything that an entry exports, and the methods of its interfaces, each with its documentation. */
function publicSymbols(entry: string): PublicSymbol[] {
  const file = program.getSourceFile(join(root, entry));
  const module = file && checker.getSymbolAtLocation(file);
  if (module === undefined) return [];
  return checker.getExportsOfModule(module).flatMap((exported) => {
    const symbol = exported.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(exported) : exported;
    const isInterface = (symbol.flags & ts.SymbolFlags.Interface) !== 0;
    const methods = isInterface
      ? [...(symbol.members?.values() ?? [])].filter(({ flags }) => flags & ts.SymbolFlags.Method)
      : [];
    return [symbol, ...methods].map((documented) => describeSymbol(exported.name, symbol, documented));
  });
}

function describeSymbol(exportName: string, owner: ts.Symbol, symbol: ts.Symbol): PublicSymbol {
  const name = symbol === owner ? exportName : `${exportName}.${symbol.name}`;
  const place = symbol.declarations?.[0]?.getSourceFile().fileName ?? "";
  const tags = symbol.getJsDocTags(checker);
  return {
    name,
    place: relative(root, place),
    summary: ts.displayPartsToString(symbol.getDocumentationComment(checker)),
    examples: tags.filter((tag) => tag.name === "example").map((tag) => ts.displayPartsToString(tag.text)),
  };
}

describe.each(entries)("%s", (entry) => {
  const symbols = publicSymbols(entry);

  test("exports something", () => {
    expect(symbols.length).toBeGreaterThan(20);
  });

  test("says of everything that it exports what it is", () => {
    expect(
      symbols.filter(({ summary }) => summary === "").map(({ name, place }) => `${name}, ${place}`),
    ).toEqual([]);
  });

  // The examples themselves are run by snippets.test.ts.
  test("shows of everything that it exports how it is used", () => {
    const missing = symbols.filter(
      ({ examples }) => !examples.some((example) => example.includes("```ts\n")),
    );
    expect(missing.map(({ name, place }) => `${name}, ${place}`)).toEqual([]);
  });
});
