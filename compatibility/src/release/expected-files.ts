import { posix } from "node:path";
import ts from "typescript";
import type { PackedPackage } from "./packed-package.ts";

/** What every package has; a changelog comes with the first release. */
const pages = ["LICENSE", "README.md", "package.json"];
const optionalPages = ["CHANGELOG.md"];

/**
 * The files that an archive should hold, and no others: its pages, what `exports` and `bin` name, and what that
 * imports or maps to, with the sources of all entry points.
 */
export function expectedFiles({ manifest, files }: PackedPackage): readonly string[] {
  const { exports = {}, bin = {} } = manifest;
  const named = [...Object.values(exports), ...Object.values(bin)]
    .flatMap((target) => (typeof target === "string" ? target : Object.values(target)))
    .map((path) => posix.normalize(path));
  const sources = named
    .filter((path) => /^dist\/.*(?<!\.d)\.[jt]s$/.test(path))
    .map((path) => path.replace(/^dist\/(.*)\.js$/, "src/$1.ts"));
  const expected = new Set([...pages, ...optionalPages.filter((page) => files.has(page))]);
  const open = [...named, ...sources];
  for (let path = open.pop(); path !== undefined; path = open.pop()) {
    if (expected.has(path)) continue;
    expected.add(path);
    open.push(...neededBy(path, files.get(path) ?? ""));
  }
  return [...expected].sort();
}

function neededBy(path: string, text: string): readonly string[] {
  if (!/\.[jt]s$/.test(path)) return [];
  const folder = posix.dirname(path);
  const map = /^\/\/# sourceMappingURL=(\S+)\s*$/m.exec(text)?.[1];
  const imported = importsOf(text)
    .filter((specifier) => specifier.startsWith("."))
    // Declarations name the code that they declare.
    .map((specifier) => (path.endsWith(".d.ts") ? specifier.replace(/\.js$/, ".d.ts") : specifier));
  return [...imported, ...(map === undefined ? [] : [map])].map((specifier) => posix.join(folder, specifier));
}

/** What a module imports or re-exports, in any way that names it by a constant. */
export function importsOf(code: string): readonly string[] {
  return ts.preProcessFile(code, true, true).importedFiles.map(({ fileName }) => fileName);
}
