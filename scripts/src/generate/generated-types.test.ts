import { readFile } from "node:fs/promises";
import { join } from "node:path";
import ts from "typescript";
import { expect, test } from "vitest";
import { renderFrom } from "../pipeline.ts";
import { repositoryRoot } from "../repository-root.ts";
import { sliceDocument } from "../sync/slice-document.ts";
import { synthesizeUpstream } from "../sync/testing/synthesize-upstream.ts";

const read = (file: string): Promise<string> => readFile(join(repositoryRoot, file), "utf8");

/** What a compiler says of the types and the client's methods when the generated files are these. */
function diagnose(files: ReadonlyMap<string, string>): string[] {
  const options: ts.CompilerOptions = {
    strict: true,
    noEmit: true,
    skipLibCheck: true,
    allowImportingTsExtensions: true,
    target: ts.ScriptTarget.ES2023,
    module: ts.ModuleKind.NodeNext,
    moduleResolution: ts.ModuleResolutionKind.NodeNext,
    customConditions: ["@ldusage/source"],
    types: ["node"],
    typeRoots: [join(repositoryRoot, "node_modules/@types")],
  };
  const host = ts.createCompilerHost(options);
  const readHost = host.readFile.bind(host);
  host.readFile = (name) => files.get(name) ?? readHost(name);
  const roots = [...files.keys()].filter((name) => name.endsWith(".ts"));
  const program = ts.createProgram(roots, options, host);
  return ts
    .getPreEmitDiagnostics(program)
    .map(
      ({ file, messageText }) => `${file?.fileName}: ${ts.flattenDiagnosticMessageText(messageText, " ")}`,
    );
}

test.each([
  { variants: ["hostile-strings", "cyclic-schemas", "added-operation"] },
  { variants: ["openapi-3.1", "any-of-wrapper", "all-of-wrapper", "component-parameters"] },
  { variants: ["missing-descriptions", "removed-operation"] },
])("the code of a document with $variants compiles", async ({ variants }) => {
  const whole = synthesizeUpstream({
    slice: await read("spec/upstream.json"),
    foreignOperations: 2,
    seed: 5,
    format: "json",
    variants,
  });
  const { targets } = await renderFrom(
    {
      upstreamText: JSON.stringify(sliceDocument(JSON.parse(whole), "a test").slice),
      overlayText: await read("spec/overlay.yaml"),
    },
    { overlay: "lenient" },
  );
  expect(diagnose(new Map(targets.map(({ file, text }) => [join(repositoryRoot, file), text])))).toEqual([]);
});
