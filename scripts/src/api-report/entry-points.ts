import { readFile } from "node:fs/promises";
import { join } from "node:path";

/** What users can import from a package, and the declarations that they then see. */
export interface EntryPoint {
  /** The name of the report: `index` for the package itself, else the path below it with dashes. */
  readonly name: string;
  /** Path of the declarations from the package's folder. */
  readonly declarations: string;
}

type Target = string | Readonly<Record<string, string>>;

/** Reads the entry points with declarations out of the `exports` of a package's folder. */
export async function readEntryPoints(packageFolder: string): Promise<readonly EntryPoint[]> {
  const { exports = {} }: { exports?: Readonly<Record<string, Target>> } = JSON.parse(
    await readFile(join(packageFolder, "package.json"), "utf8"),
  );
  return Object.entries(exports).flatMap(([path, target]) => {
    const declarations = typeof target === "string" ? undefined : target["types"];
    return declarations === undefined ? [] : { name: nameOf(path), declarations };
  });
}

function nameOf(path: string): string {
  return path === "." ? "index" : path.replace(/^\.\//, "").replaceAll("/", "-");
}
