import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import type { Archive } from "./publish-archives.ts";

/** The packages of a release; those that others need come first. */
const folders = ["types", "client", "helpers", "simulator"] as const;

interface Manifest {
  readonly name: string;
  readonly version: string;
  readonly repository: { readonly url: string };
}

/** A release as it lies on the disk. */
export interface FoundRelease {
  readonly version: string;
  readonly archives: readonly Archive[];
  readonly changelogs: readonly { readonly name: string; readonly changelog: string }[];
}

/**
 * Finds the archives that `release:dry` has packed, one folder for each package.
 *
 * @param root the repository that they were packed from.
 * @param repository `owner/name` of the repository on GitHub, which provenance has to name.
 * @throws Error when they are not those of one version of this repository.
 */
export async function findArchives(
  root: string,
  archiveFolder: string,
  repository: string,
): Promise<FoundRelease> {
  const archives: Archive[] = [];
  const changelogs: { name: string; changelog: string }[] = [];
  const present = (await readdir(join(root, "packages"))).toSorted().join(", ");
  const listed = folders.toSorted().join(", ");
  if (present !== listed) throw new Error(`there are packages ${present}, and a release publishes ${listed}`);
  for (const folder of folders) {
    const { name, version, repository: declared } = await readManifest(join(root, "packages", folder));
    if (declared.url !== `git+https://github.com/${repository}.git`) {
      throw new Error(
        `repository.url of ${name} is ${declared.url}, and this is ${repository}: npm would refuse it`,
      );
    }
    const file = `${name.replace("@", "").replace("/", "-")}-${version}.tgz`;
    const found = await readdir(join(archiveFolder, folder));
    if (found.join() !== file)
      throw new Error(`expected ${folder}/${file} alone, found ${found.join() || "nothing"}`);
    archives.push({ name, version, file: join(archiveFolder, folder, file) });
    const changelog = await readFile(join(root, "packages", folder, "CHANGELOG.md"), "utf8").catch(() => "");
    changelogs.push({ name, changelog });
  }
  return { version: oneVersion(archives), archives, changelogs };
}

async function readManifest(folder: string): Promise<Manifest> {
  const manifest: Manifest = JSON.parse(await readFile(join(folder, "package.json"), "utf8"));
  return manifest;
}

function oneVersion(archives: readonly Archive[]): string {
  const [version = "", ...others] = new Set(archives.map((archive) => archive.version));
  if (others.length > 0)
    throw new Error(`the packages have several versions: ${[version, ...others].join(", ")}`);
  if (version === "0.0.0")
    throw new Error("version 0.0.0 was never given by `changeset version`; nothing is published");
  return version;
}
