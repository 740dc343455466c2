import { expectedFiles } from "./expected-files.ts";
import { inspectContents } from "./inspect-contents.ts";
import { inspectManifest, type Release } from "./inspect-manifest.ts";
import type { PackedPackage } from "./packed-package.ts";

/**
 * What is wrong with a packed package, in words: files too many or too few, its manifest, what its files hold.
 *
 * @param root the folder of the repository that the package was built in.
 */
export function inspectPackage(
  folderName: string,
  packed: PackedPackage,
  release: Release,
  root: string,
): readonly string[] {
  const expected = new Set(expectedFiles(packed));
  return [
    ...[...expected].filter((path) => !packed.files.has(path)).map((path) => `${path}: is missing`),
    ...[...packed.files.keys()]
      .filter((path) => !expected.has(path))
      .map((path) => `${path}: nothing needs it`),
    ...inspectManifest(folderName, packed, release),
    ...inspectContents(packed, root),
  ];
}
