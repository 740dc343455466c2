// Builds the package in the current directory: declarations by the compiler, and code in as few files as there can be,
// since loading a package costs as much as the files that it is made of.
import { execFileSync } from "node:child_process";
import { mkdir, readFile, rm, writeFile } from "node:fs/promises";
import { dirname, join, relative } from "node:path";
import { type BuildOptions, build } from "esbuild";
import { rollup } from "rollup";
import { dts } from "rollup-plugin-dts";

const options = {
  outdir: "dist",
  outbase: "src",
  bundle: true,
  packages: "external",
  format: "esm",
  platform: "neutral",
  target: "es2022",
  logLevel: "warning",
} satisfies BuildOptions;

const { exports }: { exports: Record<string, string | Record<string, string>> } = JSON.parse(
  await readFile("package.json", "utf8"),
);
const entries = new Map(
  Object.entries(exports).flatMap(([name, target]): [string, string][] => {
    const source = typeof target === "string" ? undefined : target["@ldusage/source"];
    return source === undefined ? [] : [[name, source]];
  }),
);
// An entry of this name has everything that the others have: it holds the code, and they point to it.
const whole = entries.get("./runtime");

await rm("dist", { recursive: true, force: true });
await buildDeclarations();
const entryPoints = whole === undefined ? [...entries.values()] : [whole];
await build({
  ...options,
  entryPoints,
  splitting: whole === undefined,
  sourcemap: true,
  sourcesContent: false,
});
if (whole !== undefined) await writeReexports(outputOf(whole));

/** The compiler writes a declaration for each source; every compiler of a user would open all of those. */
async function buildDeclarations(): Promise<void> {
  const declarations = ".declarations";
  try {
    execFileSync("tsc", ["-p", "tsconfig.build.json", "--outDir", declarations], { stdio: "inherit" });
    const input = [...entries.values()].map((source): [string, string] => {
      const path = relative("src", source).replace(/\.ts$/, "");
      return [path, join(declarations, `${path}.d.ts`)];
    });
    const external = (specifier: string): boolean => !/^[./]|\.declarations\b/.test(specifier);
    const bundle = await rollup({ input: Object.fromEntries(input), plugins: [dts()], external });
    await bundle.write({
      dir: "dist",
      format: "es",
      entryFileNames: "[name].d.ts",
      chunkFileNames: "[name]-[hash].d.ts",
    });
    await bundle.close();
  } finally {
    await rm(declarations, { recursive: true, force: true });
  }
}

async function writeReexports(target: string): Promise<void> {
  for (const source of entries.values()) {
    if (source === whole) continue;
    const { metafile } = await build({ ...options, entryPoints: [source], metafile: true, write: false });
    const names = Object.values(metafile.outputs).flatMap((output) => output.exports);
    const file = outputOf(source);
    const path = relative(dirname(file), target);
    const specifier = path.startsWith(".") ? path : `./${path}`;
    const code =
      names.length === 0 ? "export {};\n" : `export { ${names.join(", ")} } from "${specifier}";\n`;
    await mkdir(dirname(file), { recursive: true });
    await writeFile(file, code);
  }
}

/** `./src/errors/index.ts` is built as `dist/errors/index.js`. */
function outputOf(source: string): string {
  return join("dist", relative("src", source)).replace(/\.ts$/, ".js");
}
