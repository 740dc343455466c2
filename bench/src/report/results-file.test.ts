import { execFileSync } from "node:child_process";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { benchFolder, repositoryRoot } from "../processes/bench-folder.ts";
import { goalName } from "../series/report/judge-goals.ts";
import { seriesTasks } from "../series/subject.ts";
import { subjects } from "../subjects.ts";
import { describeCosts, findCosts, readGoals } from "./readme-costs.ts";

const results = await readFile(join(benchFolder, "RESULTS.md"), "utf8");
const readme = await readFile(join(repositoryRoot, "README.md"), "utf8");
const goals = readGoals(results);
const git = (...args: string[]): string =>
  execFileSync("git", args, { cwd: repositoryRoot, encoding: "utf8", stdio: "pipe" }).trim();

describe("the results in the repository", () => {
  test.each(subjects.map(({ name }) => name))("tell of %s, and what it promises", (name) => {
    expect(results).toMatch(new RegExp(`^## .+ \\(\`${name}\`\\)$`, "m"));
    expect(goals.filter(({ subject }) => subject === name).length).toBeGreaterThan(0);
  });

  test("judge every goal of series", () => {
    const promised = seriesTasks.flatMap((task) =>
      task.goals.flatMap((goal) =>
        goal.shapes.map((shape) => `${task.name}: ${goalName(task, goal, shape)}`),
      ),
    );
    expect(promised.length).toBeGreaterThan(10);
    expect(goals.map(({ subject, goal }) => `${subject}: ${goal}`)).toEqual(expect.arrayContaining(promised));
  });

  test("say of every goal that it is met, or why not", () => {
    for (const { subject, goal, verdict, measured } of goals) {
      expect(measured).not.toBe("");
      if (verdict === "met") continue;
      expect(verdict).toBe("MISSED");
      expect(results).toContain(`\n  - \`${subject}\`: ${goal}\n`);
    }
  });

  test("are those of a whole run without failures, of a commit of this history", ({ skip }) => {
    expect(results).toMatch(/^# Results of `npm run bench`\n/);
    expect(results).not.toMatch(/FAILED|EXCEEDED/);
    const commit = /^- Commit: ([0-9a-f]{12,40})$/m.exec(results)?.[1] ?? "none, or with uncommitted changes";
    expect(commit).toMatch(/^[0-9a-f]+$/);
    if (isShallow()) skip("the history is not here: a shallow clone, or no repository");
    expect(git("merge-base", "--is-ancestor", commit, "HEAD")).toBe("");
  });
});

test("the README quotes the results as they are", () => {
  expect(findCosts(readme)).toBe(describeCosts(results));
});

function isShallow(): boolean {
  try {
    return git("rev-parse", "--is-shallow-repository") === "true";
  } catch {
    return true;
  }
}
