import { readdir, readFile } from "node:fs/promises";
import { join, relative } from "node:path";
import { inflateSync } from "node:zlib";

/** A branch or a leaf of the navigation. */
export interface NavigationEntry {
  readonly text: string;
  readonly path?: string;
  readonly children?: readonly NavigationEntry[];
}

/** What the search can find. */
export interface SearchRow {
  readonly name: string;
  readonly url: string;
}

/** The paths of all files, from the folder of the site. */
export async function listFiles(site: string): Promise<string[]> {
  const entries = await readdir(site, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => relative(site, join(entry.parentPath, entry.name)).replaceAll("\\", "/"))
    .sort();
}

export async function readNavigation(site: string): Promise<readonly NavigationEntry[]> {
  return JSON.parse(await readCompressed(site, "navigation.js"));
}

export async function readSearchRows(site: string): Promise<readonly SearchRow[]> {
  return JSON.parse(await readCompressed(site, "search.js")).rows;
}

async function readCompressed(site: string, name: string): Promise<string> {
  const script = await readFile(join(site, "assets", name), "utf8");
  const text = /"([^"]+)"/.exec(script)?.[1] ?? "";
  return inflateSync(Buffer.from(text, "base64")).toString("utf8");
}

/** All paths of a navigation, deep ones included. */
export function pathsOf(entries: readonly NavigationEntry[]): string[] {
  return entries.flatMap(({ path, children = [] }) => [
    ...(path === undefined ? [] : [path]),
    ...pathsOf(children),
  ]);
}
