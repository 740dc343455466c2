import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";

const entries = fileURLToPath(new URL("../entries/", import.meta.url));

/** Kinds of programs that the suite is bundled into. */
export type BundleKind = "command-line" | "page" | "worker";

/** Bundles the suite with the client's sources, one file for each kind of program, into a directory. */
export async function bundleSuite(directory: string): Promise<Readonly<Record<BundleKind, string>>> {
  await build({
    entryPoints: [`${entries}command-line.ts`, `${entries}page.ts`, `${entries}worker.ts`],
    outdir: directory,
    outExtension: { ".js": ".mjs" },
    bundle: true,
    format: "esm",
    target: "es2023",
    // Neutral: nothing of Node.js may get in, and nothing is replaced for browsers.
    platform: "neutral",
    mainFields: ["module", "main"],
    conditions: ["@ldusage/source"],
    logLevel: "error",
  });
  const fileOf = (kind: BundleKind): string => join(directory, `${kind}.mjs`);
  return { "command-line": fileOf("command-line"), page: fileOf("page"), worker: fileOf("worker") };
}
