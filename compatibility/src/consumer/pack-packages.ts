import { mkdir, readdir, rm } from "node:fs/promises";
import { join } from "node:path";
import { repositoryRoot } from "./repository-root.ts";
import { runOrFail } from "./run-program.ts";
import { withLock } from "./with-lock.ts";

/** The published packages that a user of the client gets, by folder. */
export const packedPackages = ["types", "client", "helpers"] as const;

/** All published packages, by folder; those that others need come first. */
export const publishedPackages = [...packedPackages, "simulator"] as const;
export type PublishedPackage = (typeof publishedPackages)[number];

/** Builds and packs packages, as publishing would, and unpacks them into a `node_modules`. */
export async function installPackedPackages(
  modules: string,
  names: readonly PublishedPackage[] = packedPackages,
): Promise<void> {
  const folder = join(modules, ".archives");
  for (const [name, archive] of await packPackages(names, folder)) {
    await unpackArchive(archive, join(modules, "@ldusage", name));
  }
  await rm(folder, { recursive: true });
}

/**
 * Builds and packs packages, as publishing would.
 *
 * Builds write to the packages' own folders, so that only one process may build and pack at a time.
 *
 * @returns the path of each package's archive below `folder`.
 */
export async function packPackages<Name extends PublishedPackage>(
  names: readonly Name[],
  folder: string,
): Promise<ReadonlyMap<Name, string>> {
  const lockFile = join(repositoryRoot, "node_modules/.cache/ldusage-pack.lock");
  await withLock(lockFile, async () => {
    const filters = names.map((name) => `--filter=@ldusage/${name}`);
    await runOrFail("turbo", ["run", "build", ...filters, "--output-logs=errors-only"], repositoryRoot);
    for (const name of names) {
      const source = join(repositoryRoot, "packages", name);
      await runOrFail("pnpm", ["pack", "--pack-destination", join(folder, name)], source);
    }
  });
  const archives = names.map(
    async (name): Promise<[Name, string]> => [name, await loneFile(join(folder, name))],
  );
  return new Map(await Promise.all(archives));
}

/** Unpacks an archive as npm does, without the folder that all of its files are in. */
export async function unpackArchive(archive: string, target: string): Promise<void> {
  await mkdir(target, { recursive: true });
  await runOrFail("tar", ["-xzf", archive, "--strip-components=1"], target);
}

async function loneFile(folder: string): Promise<string> {
  const [file, ...others] = await readdir(folder);
  if (file === undefined || others.length > 0) throw new Error(`expected one archive in ${folder}`);
  return join(folder, file);
}
