import { mkdir, readdir, rm } from "node:fs/promises";
import { join } from "node:path";
import { repositoryRoot } from "./repository-root.ts";
import { runOrFail } from "./run-program.ts";
import { withLock } from "./with-lock.ts";

/** The published packages that a user of the client gets, by folder. */
export const packedPackages = ["types", "client", "helpers"] as const;

/**
 * Builds and packs the packages, as publishing would, and unpacks them into a `node_modules`.
 *
 * Builds write to the packages' own folders, so that only one process may build and pack at a time.
 */
export async function installPackedPackages(modules: string): Promise<void> {
  const lockFile = join(repositoryRoot, "node_modules/.cache/ldusage-pack.lock");
  const archives = join(modules, ".archives");
  await withLock(lockFile, async () => {
    const filters = packedPackages.map((name) => `--filter=@ldusage/${name}`);
    await runOrFail("turbo", ["run", "build", ...filters, "--output-logs=errors-only"], repositoryRoot);
    for (const name of packedPackages) {
      const folder = join(repositoryRoot, "packages", name);
      await runOrFail("pnpm", ["pack", "--pack-destination", join(archives, name)], folder);
    }
  });
  for (const name of packedPackages) await unpack(join(archives, name), join(modules, "@ldusage", name));
  await rm(archives, { recursive: true });
}

async function unpack(archiveFolder: string, target: string): Promise<void> {
  const [archive, ...others] = await readdir(archiveFolder);
  if (archive === undefined || others.length > 0) throw new Error(`expected one archive in ${archiveFolder}`);
  await mkdir(target, { recursive: true });
  await runOrFail("tar", ["-xzf", join(archiveFolder, archive), "--strip-components=1"], target);
}
