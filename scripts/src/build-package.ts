// Builds the package in the current directory: declarations by the compiler, and both code and declarations in as few
// files as there can be, since loading them costs by the file.
import { execFileSync } from "node:child_process";
import { mkdir, readFile, rm, writeFile } from "node:fs/promises";
import { dirname, join, relative, resolve } from "node:path";
import { transform } from "esbuild";
import { type Plugin, rollup } from "rollup";
import { dts } from "rollup-plugin-dts";

const declarations = ".declarations";
const {
  exports,
  bin = {},
}: { exports: Record<string, string | Record<string, string>>; bin?: Record<string, string> } = JSON.parse(
  await readFile("package.json", "utf8"),
);
const sources = Object.values(exports).flatMap((target) =>
  typeof target === "string" ? [] : [target["@ldusage/source"] ?? []].flat(),
);
/** `./dist/bin.js` is built from `src/bin.ts`. */
const commands = Object.values(bin).map((file) =>
  join("src", relative("dist", file).replace(/\.js$/, ".ts")),
);

const removeTypes: Plugin = {
  name: "remove-types",
  transform: (code, id) =>
    transform(code, { loader: "ts", target: "es2022", sourcemap: true, sourcefile: id }).then((result) => ({
      code: result.code,
      map: result.map,
    })),
};

await rm("dist", { recursive: true, force: true });
await buildDeclarations();
await buildCode();
await buildCommands();

/** The compiler writes a declaration for each source; every compiler of a user would open all of those. */
async function buildDeclarations(): Promise<void> {
  try {
    execFileSync("tsc", ["-p", "tsconfig.build.json", "--outDir", declarations], { stdio: "inherit" });
    const input = sources.map((source) => [pathOf(source), join(declarations, `${pathOf(source)}.d.ts`)]);
    const bundle = await rollup({
      input: Object.fromEntries(input),
      plugins: [dts()],
      external: (specifier) => !/^[./]/.test(specifier) && !specifier.includes(declarations),
    });
    const names = { entryFileNames: "[name].d.ts", chunkFileNames: "[name]-[hash].d.ts" };
    await bundle.write({ dir: "dist", format: "es", ...names });
    await bundle.close();
  } finally {
    await rm(declarations, { recursive: true, force: true });
  }
}

/** One file where an entry exports all that the others export: those point to it then. Otherwise a file for each. */
async function buildCode(): Promise<void> {
  const namesOf = new Map(
    await Promise.all(
      sources.map(async (source): Promise<[string, string[]]> => [source, await bundleNames(source)]),
    ),
  );
  const isWhole = (names: readonly string[]): boolean =>
    [...namesOf.values()].flat().every((name) => names.includes(name));
  const whole = sources.find((source) => isWhole(namesOf.get(source) ?? []));
  const bundle = await bundleOf(whole === undefined ? sources : [whole]);
  await bundle.write({
    dir: "dist",
    format: "es",
    entryFileNames: "[name].js",
    sourcemap: true,
    sourcemapExcludeSources: true,
  });
  await bundle.close();
  if (whole === undefined) return;
  for (const [source, names] of namesOf) {
    if (source !== whole) await pointTo(pathOf(whole), pathOf(source), names);
  }
}

/** A command takes from the package's entries what those export, so that little is there twice. */
async function buildCommands(): Promise<void> {
  const entries = new Map(sources.map((source) => [resolve(source), `./${pathOf(source)}.js`]));
  for (const command of commands) {
    const bundle = await rollup({
      input: { [pathOf(command)]: command },
      plugins: [removeTypes],
      external: (specifier, importer = "") =>
        !/^[./]/.test(specifier) || entries.has(resolve(dirname(importer), specifier)),
    });
    await bundle.write({
      dir: "dist",
      format: "es",
      entryFileNames: "[name].js",
      paths: (id) => entries.get(id) ?? id,
      sourcemap: true,
      sourcemapExcludeSources: true,
    });
    await bundle.close();
  }
}

function bundleOf(entries: readonly string[]): ReturnType<typeof rollup> {
  return rollup({
    input: Object.fromEntries(entries.map((source) => [pathOf(source), source])),
    plugins: [removeTypes],
    external: (specifier) => !/^[./]/.test(specifier),
  });
}

async function bundleNames(source: string): Promise<string[]> {
  const bundle = await bundleOf([source]);
  const { output } = await bundle.generate({ format: "es" });
  await bundle.close();
  return output[0].exports;
}

async function pointTo(target: string, path: string, names: readonly string[]): Promise<void> {
  const file = join("dist", `${path}.js`);
  const way = relative(dirname(path), `${target}.js`);
  const specifier = way.startsWith(".") ? way : `./${way}`;
  const code = names.length === 0 ? "export {};\n" : `export { ${names.join(", ")} } from "${specifier}";\n`;
  await mkdir(dirname(file), { recursive: true });
  await writeFile(file, code);
}

/** `./src/errors/index.ts` is built as `errors/index`. */
function pathOf(source: string): string {
  return relative("src", source).replace(/\.ts$/, "");
}
