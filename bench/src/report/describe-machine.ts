import { execFileSync } from "node:child_process";
import { cpus, loadavg, release, totalmem, type } from "node:os";
import { repositoryRoot } from "../processes/bench-folder.ts";

// What the command itself writes is of the commit before.
const written = ["bench/RESULTS.md", "README.md"];

/** When, on what, and of which commit the figures are. */
export function describeMachine(now: Date): string {
  const processors = cpus();
  const memory = `${Math.round(totalmem() / 2 ** 30)} GiB`;
  return [
    `- Date: ${now.toISOString().slice(0, 10)}`,
    `- Commit: ${describeCommit()}`,
    `- Machine: ${processors.length} x ${processors[0]?.model ?? "unknown processor"}, ${memory}, ${type()} ${release()}`,
    `- Load average when it began: ${(loadavg()[0] ?? Number.NaN).toFixed(2)}`,
    `- Node.js: ${process.version}`,
  ].join("\n");
}

/** The commit, with `-dirty` where the tree differs from it. */
function describeCommit(): string {
  const git = (...args: string[]): string =>
    execFileSync("git", args, { cwd: repositoryRoot, encoding: "utf8" }).trim();
  try {
    const commit = git("rev-parse", "--short=12", "HEAD");
    const changes = git("status", "--porcelain", "--", ".", ...written.map((file) => `:!${file}`));
    return changes === "" ? commit : `${commit}-dirty`;
  } catch {
    return "unknown";
  }
}
