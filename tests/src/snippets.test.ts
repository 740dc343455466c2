import { mkdir, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import { createSimulator } from "@ldusage/simulator";
import ts from "typescript";
import { afterAll, beforeEach, describe, expect, test, vi } from "vitest";
import { sourceFiles } from "./source-files.ts";

const root = fileURLToPath(new URL("../../", import.meta.url));
const scratch = fileURLToPath(new URL("../.snippets/", import.meta.url));
const packages = ["types", "client", "helpers", "simulator"].map((name) => `packages/${name}`);
const pagesIn = async (folder: string): Promise<string[]> =>
  (await readdir(join(root, folder))).sort().map((name) => `${folder}/${name}`);
const pages = [
  "README.md",
  "CONTRIBUTING.md",
  "spec/README.md",
  ...packages.map((name) => `${name}/README.md`),
  ...(await pagesIn("docs/guides")),
];
const operationPages = await pagesIn("docs/operations");
const nowMs = Date.UTC(2026, 10, 15, 12);

interface Snippet {
  readonly name: string;
  readonly code: string;
}

async function snippetsIn(
  file: string,
  pattern: RegExp,
  clean: (code: string) => string,
): Promise<Snippet[]> {
  const text = await readFile(join(root, file), "utf8");
  return [...text.matchAll(pattern)].map((match, index) => ({
    name: `${file}, ${index + 1}`,
    code: clean(match[1] ?? ""),
  }));
}

const inEach = async (files: readonly string[]): Promise<Snippet[]> =>
  (await Promise.all(files.map((page) => snippetsIn(page, /```ts\n([\s\S]*?)```/g, (code) => code)))).flat();
const inPages = await inEach(pages);
const inOperationPages = await inEach(operationPages);
const generated = ["methods", "wire-operations"].map((name) =>
  join(root, `packages/client/src/generated/${name}.ts`),
);
const inSources = (
  await Promise.all(
    [...(await sourceFiles(root, packages)), ...generated].map((file) =>
      snippetsIn(relative(root, file), /@example\n\s*\* ```ts\n([\s\S]*?)```/g, (code) =>
        code.replace(/^ *\* ?/gm, ""),
      ),
    ),
  )
).flat();

const hasSomething = (value: unknown): boolean =>
  typeof value === "number" ? value > 0 : /\n.+\n/.test(String(value));

async function run(code: string, name: string): Promise<void> {
  await mkdir(scratch, { recursive: true });
  const file = join(scratch, `${name}.ts`);
  await writeFile(file, `import { expect } from "vitest";\n${withAssertions(code)}\nvoid expect;\n`);
  await import(/* @vite-ignore */ file);
}

/** Turns `expression; //=> value` into an assertion. */
function withAssertions(code: string): string {
  return code.replace(/^(\S.*);[ \n]\/\/=> (.+)$/gm, (_line, expression: string, value: string) => {
    const expected = value.replace(/^Float64Array (\[.*\])$/, "Float64Array.from($1)");
    return `expect(${expression}).toEqual(${expected});`;
  });
}

describe("snippets do what they say", () => {
  // What they call is a simulated account at a fixed time.
  beforeEach(() => {
    vi.useFakeTimers({ now: nowMs, toFake: ["Date"] });
    vi.stubEnv("LD_ACCESS_TOKEN", "api-test");
    vi.stubGlobal("fetch", createSimulator({ seed: 7, nowMs }).fetch);
    vi.spyOn(console, "log").mockImplementation(() => {});
    return () => {
      vi.useRealTimers();
      vi.unstubAllEnvs();
      vi.unstubAllGlobals();
      vi.restoreAllMocks();
    };
  });
  afterAll(() => rm(scratch, { recursive: true, force: true }));

  test("there are some in every README of a package, and in the sources", () => {
    for (const name of packages)
      expect(inPages.map((snippet) => snippet.name)).toContain(`${name}/README.md, 1`);
    expect(inSources.length).toBeGreaterThan(4);
  });

  test.each([...inPages, ...inSources].map((snippet, index) => ({ ...snippet, index })))(
    "$name",
    ({ code, index }) => run(code, `snippet-${index}`),
  );

  // All of them ask one account, since each account takes a while to make.
  test("the calls on the pages of all operations give numbers or names", async () => {
    expect(inOperationPages.length).toBeGreaterThanOrEqual(operationPages.length);
    const log = vi.spyOn(console, "log");
    for (const [index, { name, code }] of inOperationPages.entries()) {
      log.mockClear();
      await run(code, `operation-${index}`);
      // A count, or CSV with a record under its header.
      expect(log.mock.calls, name).toEqual([[expect.toSatisfy(hasSomething)]]);
    }
  });
});

test("snippets compile as they stand, as strictly as a user may ask for", { timeout: 120_000 }, () => {
  const files = new Map(
    [...inPages, ...inSources, ...inOperationPages].map(({ name, code }, index) => [
      join(scratch, `compiled-${index}.ts`),
      { name, code },
    ]),
  );
  const options: ts.CompilerOptions = {
    ...{ strict: true, exactOptionalPropertyTypes: true, noUncheckedIndexedAccess: true, noEmit: true },
    module: ts.ModuleKind.NodeNext,
    moduleResolution: ts.ModuleResolutionKind.NodeNext,
    moduleDetection: ts.ModuleDetectionKind.Force,
    target: ts.ScriptTarget.ES2023,
    types: ["node"],
    customConditions: ["@ldusage/source"],
    allowImportingTsExtensions: true,
    skipLibCheck: true,
  };
  const host = ts.createCompilerHost(options);
  const { fileExists, readFile: readText } = host;
  host.fileExists = (file) => files.has(file) || fileExists(file);
  host.readFile = (file) => files.get(file)?.code ?? readText(file);
  const program = ts.createProgram([...files.keys()], options, host);
  const problems = [...files].flatMap(([file, { name }]) =>
    ts.getPreEmitDiagnostics(program, program.getSourceFile(file)).map(({ messageText }) => {
      return `${name}: ${ts.flattenDiagnosticMessageText(messageText, " ")}`;
    }),
  );
  expect(problems).toEqual([]);
});

test("every comment that shows a result is turned into an assertion", () => {
  for (const { name, code } of [...inPages, ...inSources])
    expect(withAssertions(code), name).not.toContain("//=>");
});

describe("commands", () => {
  test.each([...pages, ...operationPages])("those in %s exist", async (page) => {
    const manifest: { scripts: Record<string, string> } = JSON.parse(
      await readFile(join(root, "package.json"), "utf8"),
    );
    const text = await readFile(join(root, page), "utf8");
    const commands = [...text.matchAll(/\bnpm (?:run ([\w:-]+)|(start|test)\b)/g)].map(
      (match) => match[1] ?? match[2],
    );
    expect(commands.filter((command) => command !== undefined && !(command in manifest.scripts))).toEqual([]);
  });

  test("the version of pnpm is the same everywhere", async () => {
    const texts = await Promise.all(
      ["package.json", "README.md", "pnpm-workspace.yaml"].map((file) => readFile(join(root, file), "utf8")),
    );
    const versions = texts.flatMap((text) => text.match(/(?<=pnpm(?:@|: ))\d+\.\d+\.\d+/g) ?? []);
    expect(versions.length).toBeGreaterThan(3);
    expect(new Set(versions).size).toBe(1);
  });
});

test("links between pages lead somewhere", async () => {
  for (const page of [...pages, ...operationPages, "docs/operations.md"]) {
    const text = await readFile(join(root, page), "utf8");
    const links = [...text.matchAll(/\]\((?!https?:)([^)#]+)(?:#[^)]*)?\)/g)].map((match) => match[1] ?? "");
    for (const link of links) {
      const target = join(root, page, "..", link);
      await expect(
        readFile(target).catch((error) => error.code === "EISDIR" || Promise.reject(error)),
        `${page}: ${link}`,
      ).resolves.toBeTruthy();
    }
  }
});
