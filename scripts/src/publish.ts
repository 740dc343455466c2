// Publishes what `npm run release:dry -- --out <folder>` has packed: `node scripts/src/publish.ts <folder>`.
// It runs in the one job that may publish, and so needs nothing but Node.js, npm and gh.
import { execFile } from "node:child_process";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { findArchives } from "./release/find-archives.ts";
import { createRelease, type ProgramResult, publishArchives } from "./release/publish-archives.ts";
import { releaseNotes } from "./release/release-notes.ts";
import { repositoryRoot } from "./repository-root.ts";

const run = (command: string, ...args: readonly string[]): Promise<ProgramResult> =>
  new Promise((done, reject) => {
    execFile(command, args, { maxBuffer: 2 ** 26 }, (error, stdout, stderr) => {
      if (error !== null && typeof error.code !== "number") reject(error);
      else done({ exitCode: typeof error?.code === "number" ? error.code : 0, stdout, stderr });
    });
  });
const log = (line: string): void => {
  process.stdout.write(`${line}\n`);
};

const scratch = await mkdtemp(join(tmpdir(), "ldusage-publish-"));
try {
  const [folder] = process.argv.slice(2);
  const { GITHUB_REPOSITORY: repository, GITHUB_SHA: commit } = process.env;
  if (folder === undefined) throw new Error("name the folder of the archives");
  if (!repository || !commit)
    throw new Error("GITHUB_REPOSITORY and GITHUB_SHA are needed; it runs in a workflow");
  const { version, archives, changelogs } = await findArchives(repositoryRoot, resolve(folder), repository);
  const notesFile = join(scratch, "notes.md");
  await writeFile(notesFile, releaseNotes(version, changelogs));
  await publishArchives(archives, { run, log });
  await createRelease(version, commit, notesFile, { run, log });
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
} finally {
  await rm(scratch, { recursive: true, force: true });
}
