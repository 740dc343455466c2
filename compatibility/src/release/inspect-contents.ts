import { isBuiltin } from "node:module";
import { importsOf } from "./expected-files.ts";
import type { PackedPackage } from "./packed-package.ts";

/** What must not leave the machine that packs: secrets by their shapes, and where things lie on it. */
const forbidden: Readonly<Record<string, RegExp>> = {
  "a LaunchDarkly key": /\b(?:api|sdk|mob)-[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}\b/,
  "a token of npm": /\bnpm_[A-Za-z0-9]{36}\b|_authToken/,
  "a token of GitHub": /\b(?:gh[pousr]_[A-Za-z0-9]{36}|github_pat_[A-Za-z0-9_]{22,})\b/,
  "a key of AWS": /\bAKIA[0-9A-Z]{16}\b/,
  "a private key": /-----BEGIN [A-Z ]*PRIVATE KEY-----/,
  "a path of somebody's machine": /\/(?:home|Users)\/[\w.-]+\/|\b[A-Z]:\\Users\\|\bfile:\/\/\//,
};

/**
 * What is wrong with the files of a packed package, in words.
 *
 * @param root the folder that the package was built in, of which nothing must be left.
 */
export function inspectContents({ manifest, files }: PackedPackage, root: string): readonly string[] {
  const dependencies = Object.keys(manifest.dependencies ?? {});
  return [...files].flatMap(([path, text]) => [
    ...Object.entries(forbidden).flatMap(([what, pattern]) =>
      pattern.test(text) ? `${path}: has ${what}` : [],
    ),
    ...(text.includes(root.replace(/\/$/, "")) ? [`${path}: has the path of the repository`] : []),
    ...undeclaredImports(path, text, dependencies),
    ...(path.endsWith(".js.map") ? missingSources(path, text, files) : []),
  ]);
}

function undeclaredImports(path: string, text: string, dependencies: readonly string[]): readonly string[] {
  if (!/\.[jt]s$/.test(path)) return [];
  const foreign = importsOf(text).filter((specifier) => !specifier.startsWith(".") && !isBuiltin(specifier));
  const names = foreign.map((specifier) => /^(?:@[^/]+\/)?[^/]+/.exec(specifier)?.[0] ?? specifier);
  const undeclared = [...new Set(names)].filter((name) => !dependencies.includes(name));
  return undeclared.map((name) => `${path}: imports ${name}, which is no dependency`);
}

function missingSources(path: string, text: string, files: PackedPackage["files"]): readonly string[] {
  const { sources = [] }: { sources?: readonly string[] } = JSON.parse(text);
  const resolved = sources.map((source) => new URL(source, `file:///${path}`).pathname.slice(1));
  return resolved
    .filter((source) => !files.has(source))
    .map((source) => `${path}: maps to ${source}, which is not there`);
}
