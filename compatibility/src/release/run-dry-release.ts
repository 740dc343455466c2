// Does all of a release but publishing: `npm run release:dry`, with `-- --out <folder>` to keep the archives.
import { mkdir, mkdtemp, readdir, realpath, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { parseArgs } from "node:util";
import { dryRelease } from "./dry-release.ts";

const { values } = parseArgs({ options: { out: { type: "string" } } });
const scratch = await realpath(await mkdtemp(join(tmpdir(), "ldusage-release-")));
try {
  const folder = values.out === undefined ? join(scratch, "archives") : await emptyFolder(values.out);
  const trials = await dryRelease(folder, join(scratch, "tried"));
  for (const { name, problems } of trials) {
    process.stdout.write(`${problems.length === 0 ? "ok    " : "FAILED"} ${name}\n`);
    for (const problem of problems) process.stdout.write(`         ${problem}\n`);
  }
  const failed = trials.filter(({ problems }) => problems.length > 0).length;
  process.stdout.write(`Node.js ${process.version}: ${trials.length - failed} passed, ${failed} failed\n`);
  if (failed > 0) process.exitCode = 1;
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
} finally {
  await rm(scratch, { recursive: true, force: true });
}

/** Archives of an earlier release must not be taken for those of this one. */
async function emptyFolder(path: string): Promise<string> {
  const folder = resolve(path);
  await mkdir(folder, { recursive: true });
  if ((await readdir(folder)).length > 0)
    throw new Error(`${folder} (--out) is not empty; empty it, or name another`);
  return folder;
}
