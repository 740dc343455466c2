import { gzipSync } from "node:zlib";
import { build } from "esbuild";

/** A program with all that it imports, as a web page would load it. */
export interface Bundle {
  readonly code: string;
  readonly minifiedBytes: number;
  readonly gzipBytes: number;
  /** The modules of which anything is left, by their paths in `node_modules`. */
  readonly modules: readonly string[];
}

/** Bundles a program of a consumer's project, with nothing beside esbuild's own optimizations. */
export async function bundleProgram(
  folder: string,
  entryPoint: string,
  platform: "browser" | "node" = "browser",
): Promise<Bundle> {
  const { outputFiles, metafile } = await build({
    absWorkingDir: folder,
    entryPoints: [entryPoint],
    bundle: true,
    minify: true,
    format: "esm",
    platform,
    target: "es2022",
    metafile: true,
    write: false,
    logLevel: "silent",
  });
  const [file, ...others] = outputFiles;
  const [output] = Object.values(metafile.outputs);
  if (file === undefined || output === undefined || others.length > 0) throw new Error("expected one output");
  const modules = Object.entries(output.inputs)
    .filter(([path, { bytesInOutput }]) => path !== entryPoint && bytesInOutput > 0)
    .map(([path]) => path.replace(/^node_modules\//, ""));
  return {
    code: file.text,
    minifiedBytes: file.contents.length,
    gzipBytes: gzipSync(file.contents, { level: 9 }).length,
    modules,
  };
}
