import { readdir, readFile } from "node:fs/promises";
import { join, relative } from "node:path";

/** What a package.json of a published package may hold, as far as it is looked at. */
export interface PackedManifest {
  readonly name?: string;
  readonly version?: string;
  readonly private?: boolean;
  readonly license?: string;
  readonly type?: string;
  readonly keywords?: readonly string[];
  readonly homepage?: string;
  readonly repository?: { readonly type?: string; readonly url?: string; readonly directory?: string };
  readonly engines?: { readonly node?: string };
  readonly bin?: Readonly<Record<string, string>>;
  readonly exports?: Readonly<Record<string, string | Readonly<Record<string, string>>>>;
  readonly scripts?: Readonly<Record<string, string>>;
  readonly dependencies?: Readonly<Record<string, string>>;
}

/** An unpacked archive: its manifest, and every file by its path. */
export interface PackedPackage {
  readonly manifest: PackedManifest;
  readonly files: ReadonlyMap<string, string>;
}

/** Reads an unpacked archive. */
export async function readPackedPackage(folder: string): Promise<PackedPackage> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const paths = entries
    .filter((entry) => !entry.isDirectory())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)));
  const read = async (path: string): Promise<[string, string]> => [
    path,
    await readFile(join(folder, path), "utf8"),
  ];
  const files = new Map(await Promise.all(paths.sort().map(read)));
  const manifest: PackedManifest = JSON.parse(files.get("package.json") ?? "{}");
  return { manifest, files };
}
