import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { type Git, gitOutput } from "./git.ts";
import { changedMembers, readCatalog, readManifest } from "./shipped-manifest.ts";

const workspaceFile = "pnpm-workspace.yaml";

/** Files that changed since a commit, in the work tree as it is, that ship or that produce what ships. */
export interface ShippedChanges {
  /** By the name of the package that the files belong to. */
  readonly packages: ReadonlyMap<string, readonly string[]>;
  /** The spec, and what is generated from it: they belong to several packages. */
  readonly spec: readonly string[];
}

/** Every file that differs from a commit, also what is not committed or not tracked yet. */
export async function changedFiles(git: Git, commit: string): Promise<readonly string[]> {
  const tracked = await gitOutput(git, "diff", "--name-only", "--no-renames", "-z", commit, "--");
  const untracked = await gitOutput(git, "ls-files", "--others", "--exclude-standard", "-z");
  const names = `${tracked}${untracked}`.split("\0").filter((name) => name !== "");
  return [...new Set(names)].sort();
}

/** Finds what of the changed files users would notice, or might. */
export async function findShippedChanges(
  root: string,
  git: Git,
  commit: string,
  files: readonly string[],
): Promise<ShippedChanges> {
  const state = await compareManifests(root, git, commit, files);
  const packages = new Map<string, string[]>();
  for (const [folder, { name, changes }] of state) {
    const sources = files.filter((file) => isOwnSource(file, folder));
    if (sources.length + changes.length > 0) packages.set(name, [...sources, ...changes]);
  }
  return { packages, spec: files.filter((file) => isOfSpec(file)) };
}

function isOwnSource(file: string, folder: string): boolean {
  const path = file.startsWith(`packages/${folder}/src/`) ? file : "";
  return path !== "" && !/\.test(?:-d)?\.ts$/.test(path) && !path.includes("/src/generated/");
}

function isOfSpec(file: string): boolean {
  if (/^packages\/[^/]+\/src\/generated\//.test(file)) return true;
  // The lock only says from what the generated files were made.
  return /^spec\/[^/]+\.(?:json|ya?ml)$/.test(file) && file !== "spec/lock.json";
}

interface ManifestState {
  readonly name: string;
  readonly changes: readonly string[];
}

async function compareManifests(
  root: string,
  git: Git,
  commit: string,
  files: readonly string[],
): Promise<ReadonlyMap<string, ManifestState>> {
  const before = async (path: string): Promise<string | undefined> => {
    const { exitCode, stdout } = await git("show", `${commit}:${path}`);
    return exitCode === 0 ? stdout : undefined;
  };
  const after = (path: string): Promise<string | undefined> =>
    readFile(join(root, path), "utf8").catch(() => undefined);
  const catalogs = {
    before: readCatalog(await before(workspaceFile)),
    after: readCatalog(await after(workspaceFile)),
  };
  const states = new Map<string, ManifestState>();
  for (const folder of await packageFolders(git, commit, files)) {
    const path = `packages/${folder}/package.json`;
    const [old, current] = [readManifest(await before(path)), readManifest(await after(path))];
    const { name = folder, private: isPrivate = false } = current.name === undefined ? old : current;
    if (isPrivate) continue;
    const members = changedMembers(
      { manifest: old, catalog: catalogs.before },
      { manifest: current, catalog: catalogs.after },
    );
    states.set(folder, { name, changes: members.length > 0 ? [`${path} (${members.join(", ")})`] : [] });
  }
  return states;
}

async function packageFolders(
  git: Git,
  commit: string,
  files: readonly string[],
): Promise<ReadonlySet<string>> {
  const committed = await gitOutput(git, "ls-tree", "-r", "-z", "--name-only", commit, "packages/");
  const all = [...committed.split("\0"), ...files];
  return new Set(all.flatMap((file) => /^packages\/([^/]+)\/package\.json$/.exec(file)?.[1] ?? []));
}
