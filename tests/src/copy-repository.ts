import { execFile } from "node:child_process";
import { cp, lstat, mkdir, mkdtemp, readdir, readlink, realpath, symlink } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join, relative } from "node:path";
import { promisify } from "node:util";

/**
 * A temporary copy of the repository's own files, with the same dependencies: those of other publishers are
 * linked, while the workspace's packages are the copied ones. Removing it is up to the caller.
 */
export async function copyRepository(root: string): Promise<string> {
  const copy = await realpath(await mkdtemp(join(tmpdir(), "ldusage-copy-")));
  const args = ["ls-files", "-z", "--cached", "--others", "--exclude-standard", "--deduplicate"];
  const { stdout } = await promisify(execFile)("git", args, { cwd: root, maxBuffer: 2 ** 26 });
  const files = stdout.split("\0").filter((file) => file !== "");
  for (const file of files) await cp(join(root, file), join(copy, file)).catch(ignoreMissing);
  const members = files.filter((file) => file.endsWith("package.json")).map((file) => dirname(file));
  for (const member of members) await linkModules(join(root, member), join(copy, member), root, copy);
  return copy;
}

async function linkModules(from: string, to: string, root: string, copy: string): Promise<void> {
  const source = join(from, "node_modules");
  for (const name of await readdir(source).catch(() => [])) {
    if (name.startsWith(".")) continue;
    const names = name.startsWith("@")
      ? (await readdir(join(source, name))).map((part) => join(name, part))
      : [name];
    for (const entry of names)
      await linkModule(join(source, entry), join(to, "node_modules", entry), root, copy);
  }
}

async function linkModule(source: string, link: string, root: string, copy: string): Promise<void> {
  // What pnpm installs is linked. Folders are the runtimes of the conformance suite, which no copy needs.
  if (!(await lstat(source)).isSymbolicLink()) return;
  const target = await realpath(join(dirname(source), await readlink(source)));
  const inRoot = relative(root, target);
  const isWorkspace = !inRoot.startsWith("..") && !inRoot.includes("node_modules");
  await mkdir(dirname(link), { recursive: true });
  await symlink(isWorkspace ? join(copy, inRoot) : target, link);
}

// A file that is deleted in the work tree is still listed until the deletion is committed.
function ignoreMissing(error: NodeJS.ErrnoException): void {
  if (error.code !== "ENOENT") throw error;
}
