import { join } from "node:path";
import { isDeepStrictEqual } from "node:util";
import { packPackages, publishedPackages, unpackArchive } from "../consumer/pack-packages.ts";
import { repositoryRoot } from "../consumer/repository-root.ts";
import { inspectPackage } from "./inspect-package.ts";
import { installArchives, installedNames } from "./install-archives.ts";
import { readPackedPackage } from "./packed-package.ts";
import { readRelease } from "./read-release.ts";
import { type Trial, tryInstalled } from "./try-installed.ts";

/** All that a user has who installs the four packages; everything beyond is a cost to think about. */
const installed = [
  "@hono/node-server",
  "@ldusage/client",
  "@ldusage/helpers",
  "@ldusage/simulator",
  "@ldusage/types",
  "hono",
  "openapi-fetch",
  "openapi-typescript-helpers",
];

/**
 * Does all of a release but publishing.
 *
 * @param folder where the archives go; those in a folder for each package.
 * @param scratch a folder for what is unpacked and installed, which the caller removes.
 */
export async function dryRelease(folder: string, scratch: string): Promise<readonly Trial[]> {
  const release = await readRelease();
  const trials: Trial[] = [];
  const entries: string[] = [];
  const archives = await packPackages(publishedPackages, folder);
  for (const [name, archive] of archives) {
    const target = join(scratch, "unpacked", name);
    await unpackArchive(archive, target);
    const packed = await readPackedPackage(target);
    const paths = Object.keys(packed.manifest.exports ?? {}).filter((path) => path !== "./package.json");
    entries.push(...paths.map((path) => `@ldusage/${name}${path.slice(1)}`));
    const bytes = [...packed.files.values()].reduce((sum, text) => sum + Buffer.byteLength(text), 0);
    const size = `${packed.files.size} files, ${Math.round(bytes / 1000)} kB unpacked`;
    const title = `@ldusage/${name} ${packed.manifest.version}: ${size}`;
    trials.push({ name: title, problems: inspectPackage(name, packed, release, repositoryRoot) });
  }
  const project = join(scratch, "project");
  await installArchives([...archives.values()], project);
  const names = await installedNames(project);
  const same = isDeepStrictEqual(names, installed);
  trials.push({ name: "npm install", problems: same ? [] : [`it installs ${names.join(", ")}`] });
  return [...trials, ...(await tryInstalled(project, release.version, entries))];
}
