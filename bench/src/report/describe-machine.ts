import { execFileSync } from "node:child_process";
import { cpus, release, totalmem, type } from "node:os";
import { repositoryRoot } from "../processes/bench-folder.ts";

/** When, on what, and of which commit the figures are. */
export function describeMachine(now: Date): string {
  const processors = cpus();
  const memory = `${Math.round(totalmem() / 2 ** 30)} GiB`;
  return [
    `- Date: ${now.toISOString().slice(0, 10)}`,
    `- Commit: ${describeCommit()}`,
    `- Machine: ${processors.length} x ${processors[0]?.model ?? "unknown processor"}, ${memory}, ${type()} ${release()}`,
    `- Node.js: ${process.version}`,
  ].join("\n");
}

function describeCommit(): string {
  const git = (...args: string[]): string =>
    execFileSync("git", args, { cwd: repositoryRoot, encoding: "utf8" }).trim();
  try {
    const commit = git("rev-parse", "--short=12", "HEAD");
    // The results themselves are written after the commit that they are of.
    const changes = git("status", "--porcelain", "--", "packages", "bench/src");
    return changes === "" ? commit : `${commit}, with uncommitted changes`;
  } catch {
    return "unknown";
  }
}
