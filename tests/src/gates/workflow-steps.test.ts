import { execFile } from "node:child_process";
import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { readWorkflows } from "./read-workflows.ts";
import { runStep, type StepPlace, standIn } from "./run-step.ts";

const files = await readWorkflows(fileURLToPath(new URL("../../../", import.meta.url)));
const bot = "41898282+github-actions[bot]@users.noreply.github.com";

function commandsOf(file: string, job: string, step: string): string {
  const found = files
    .find((candidate) => candidate.file === file)
    ?.workflow.jobs[job]?.steps.find(({ name }) => name === step)?.run;
  if (found === undefined) throw new Error(`${file} has no step "${step}" in ${job}`);
  return found;
}

let template: string;
let scratch: string;
let upstream: string;
beforeAll(async () => {
  scratch = await mkdtemp(join(tmpdir(), "ldusage-steps-"));
  template = scratch;
  upstream = join(scratch, "upstream.git");
  await git(scratch, "init", "--quiet", "--bare", "--initial-branch=main", upstream);
  const first = await place("first");
  await write(first, { "spec/upstream.json": "old\n", ".github/workflows/ci.yml": "ci\n" });
  await commitAs(first, "somebody@example.com", "main");
});
afterAll(() => rm(template, { recursive: true, force: true }));
beforeEach(async () => {
  scratch = await mkdtemp(join(tmpdir(), "ldusage-steps-"));
  upstream = join(scratch, "upstream.git");
  await cp(join(template, "upstream.git"), upstream, { recursive: true });
});
afterEach(() => rm(scratch, { recursive: true, force: true }));

async function git(folder: string, ...args: readonly string[]): Promise<string> {
  return (await promisify(execFile)("git", args, { cwd: folder })).stdout;
}

async function write({ checkout }: StepPlace, texts: Readonly<Record<string, string>>): Promise<void> {
  for (const [path, text] of Object.entries(texts)) {
    await mkdir(dirname(join(checkout, path)), { recursive: true });
    await writeFile(join(checkout, path), text);
  }
}

/** A runner with a fresh checkout. */
async function place(name: string): Promise<StepPlace> {
  const [checkout, runnerFolder] = [join(scratch, name, "checkout"), join(scratch, name, "runner")];
  await mkdir(runnerFolder, { recursive: true });
  await git(scratch, "clone", "--quiet", "--config", "commit.gpgSign=false", upstream, checkout);
  return { checkout, runnerFolder, environment: { BOT: bot, BRANCH: "spec-sync", GH_TOKEN: "none" } };
}

async function commitAs({ checkout }: StepPlace, email: string, branch: string): Promise<void> {
  await git(checkout, "checkout", "--quiet", "-B", branch);
  await git(checkout, "add", "--all");
  await git(checkout, "-c", "user.name=Somebody", "-c", `user.email=${email}`, "commit", "-qm", "Change");
  await git(checkout, "push", "--quiet", "--force", "origin", branch);
}

describe("comparing with upstream", () => {
  const commands = commandsOf("spec-sync.yml", "sync", "Sync");

  /** `npm` with these commands for `spec:sync`, in which `$report` is the file of the report. */
  async function compare(sync: string, update = "true"): Promise<Awaited<ReturnType<typeof runStep>>> {
    const runner = await place("sync");
    const script = `case "$3" in\nspec:sync) report=$6\n${sync} ;;\napi:update) ${update} ;;\nesac`;
    await standIn(runner, "npm", script);
    return runStep(commands, runner);
  }
  const proposal = (file: string): Promise<string> =>
    readFile(join(scratch, "sync/runner/proposal", file), "utf8");

  test("that finds nothing new ends well, and proposes nothing", async () => {
    const result = await compare('echo "No change."');
    expect(result).toMatchObject({ exitCode: 0, outputs: "changed=false\n", summary: "    No change.\n" });
  });

  test("that finds something new hands on a report and a patch, with what the change makes of the API reports", async () => {
    const sync = `echo "# A new operation" > "$report"; echo new > spec/upstream.json; exit 10`;
    const update = "mkdir -p packages/types/api; echo report > packages/types/api/index.api.md";
    const result = await compare(sync, update);
    expect(result).toMatchObject({
      exitCode: 0,
      outputs: "changed=true\n",
      summary: "# A new operation\n",
    });
    const patch = await proposal("sync.patch");
    expect(patch).toContain("+new");
    expect(patch).toContain("packages/types/api/index.api.md");
  });

  test("goes on when the packages do not build with what is new, and says so in the report", async () => {
    const result = await compare(
      'echo "# Gone" > "$report"; echo new > spec/upstream.json; exit 10',
      "exit 1",
    );
    expect(result).toMatchObject({ exitCode: 0, outputs: "changed=true\n" });
    expect(await proposal("report.md")).toContain("> The API reports are not updated");
  });

  test("that fails shows its report, and the job fails", async () => {
    const result = await compare('echo "# No unit is known" > "$report"; exit 1');
    expect(result).toMatchObject({
      exitCode: 1,
      outputs: "changed=failed\n",
      summary: "# No unit is known\n",
    });
  });

  test("that crashes shows its log, in which nothing is Markdown", async () => {
    const result = await compare('echo "# boom @everyone" >&2; exit 7');
    expect(result).toMatchObject({
      exitCode: 1,
      outputs: "changed=failed\n",
      summary: "    # boom @everyone\n",
    });
  });
});

describe("proposing", () => {
  const commit = commandsOf("spec-sync.yml", "propose", "Commit");
  const propose = commandsOf("spec-sync.yml", "propose", "Propose");

  async function runnerWith(
    patchOf: Readonly<Record<string, string>>,
    report = "# New\n",
  ): Promise<StepPlace> {
    const maker = await place("maker");
    await write(maker, patchOf);
    await git(maker.checkout, "add", "--all");
    const patch = await git(maker.checkout, "diff", "--cached", "--binary");
    const runner = await place("propose");
    await mkdir(join(runner.runnerFolder, "proposal"));
    await writeFile(join(runner.runnerFolder, "proposal/sync.patch"), patch);
    await writeFile(join(runner.runnerFolder, "proposal/report.md"), report);
    return runner;
  }

  /** `gh` that notes what it is asked, and knows an open pull request or none. */
  async function standInGh(runner: StepPlace, openNumber = ""): Promise<() => Promise<readonly string[]>> {
    const log = join(runner.runnerFolder, "gh.log");
    await standIn(runner, "gh", `echo "$*" >> "${log}"\nif [ "$2" = list ]; then echo "${openNumber}"; fi`);
    return async () => (await readFile(log, "utf8")).trim().split("\n").slice(2);
  }
  const branchTip = async (): Promise<string> =>
    (await git(upstream, "log", "-1", "--format=%ae %s", "spec-sync")).trim();

  test("the first time opens a pull request with the report, and starts its checks", async () => {
    const runner = await runnerWith({ "spec/upstream.json": "new\n", ".changeset/spec.md": "words\n" });
    const asked = await standInGh(runner);
    expect(await runStep(commit, runner)).toMatchObject({ exitCode: 0 });
    expect(await runStep(propose, runner)).toMatchObject({ exitCode: 0 });
    const body = join(runner.runnerFolder, "body.md");
    expect(await asked()).toEqual([
      `pr create --head spec-sync --title Sync the spec with upstream --body-file ${body}`,
      "workflow run ci.yml --ref spec-sync",
    ]);
    expect(await readFile(body, "utf8")).toBe("# New\n");
    expect(await branchTip()).toBe(`${bot} Sync the spec with upstream`);
    expect(await git(upstream, "show", "spec-sync:spec/upstream.json")).toBe("new\n");
  });

  test("again replaces what the pull request had", async () => {
    const earlier = await place("earlier");
    await write(earlier, { "spec/upstream.json": "newer\n" });
    await commitAs(earlier, bot, "spec-sync");
    const runner = await runnerWith({ "spec/upstream.json": "newest\n" });
    const asked = await standInGh(runner, "7");
    await runStep(commit, runner);
    expect(await runStep(propose, runner)).toMatchObject({ exitCode: 0 });
    expect((await asked())[0]).toBe(`pr edit 7 --body-file ${join(runner.runnerFolder, "body.md")}`);
    expect(await git(upstream, "show", "spec-sync:spec/upstream.json")).toBe("newest\n");
  });

  test("throws nothing away that somebody did in the pull request", async () => {
    const person = await place("person");
    await write(person, { "spec/overlay.yaml": "by hand\n" });
    await commitAs(person, "somebody@example.com", "spec-sync");
    const runner = await runnerWith({ "spec/upstream.json": "newest\n" });
    const asked = await standInGh(runner, "7");
    await runStep(commit, runner);
    expect(await runStep(propose, runner)).toMatchObject({ exitCode: 0 });
    expect(await asked()).toEqual([`pr comment 7 --body-file ${join(runner.runnerFolder, "body.md")}`]);
    expect(await branchTip()).toBe("somebody@example.com Change");
  });

  test("refuses changes of files that no sync writes, by their names", async () => {
    const own = ["spec/upstream.json", "docs/operations/a.md", "packages/types/src/generated/catalog.ts"];
    const others = [
      ".changeset/changelog.cjs",
      ".github/workflows/ci.yml",
      "docs/theme/plugin.ts",
      "spec/a.ts",
    ];
    const texts = Object.fromEntries([...own, ...others].map((path) => [path, "new\n"]));
    const result = await runStep(commit, await runnerWith(texts));
    expect(result.exitCode).toBe(1);
    expect(result.output).toContain(`${others.join("\n")}\n::error::`);
    for (const path of own) expect(result.output).not.toContain(path);
  });

  test("a report that is too long is cut, between characters, and none of it is a command", async () => {
    const report = `$(touch pwned) \`touch pwned\` ${"ä".repeat(40_000)}`;
    const runner = await runnerWith({ "spec/upstream.json": "new\n" }, report);
    await standInGh(runner);
    await runStep(commit, runner);
    expect(await runStep(propose, runner)).toMatchObject({ exitCode: 0 });
    const body = await readFile(join(runner.runnerFolder, "body.md"), "utf8");
    expect(body).toBe(report.slice(0, body.length));
    expect(Buffer.byteLength(body)).toBeGreaterThan(59_990);
    expect(await git(runner.checkout, "status", "--porcelain")).toBe("");
  });
});

describe("asking npm what is published", () => {
  const commands = commandsOf("release.yml", "pack", "Ask npm what is published");
  // The version of `@a/red@0.3.0`.
  const versionAsked = "cut -d@ -f3 <<< $2";

  test.each([
    ["nothing is left to publish when npm has all versions", versionAsked, "wanted=false\n"],
    ["a version that npm does not have is wanted", "exit 0", "wanted=true\n"],
    ["a package that npm does not have is wanted", "echo E404 >&2; exit 1", "wanted=true\n"],
    ["one package that is missing is enough", `[ "$2" = @a/blue@0.3.0 ] || ${versionAsked}`, "wanted=true\n"],
  ])("%s", async (_name, npm, outputs) => {
    const runner = await place("pack");
    for (const name of ["red", "blue"]) {
      const manifest = JSON.stringify({ name: `@a/${name}`, version: "0.3.0" });
      await write(runner, { [`packages/${name}/package.json`]: manifest });
    }
    await standIn(runner, "npm", npm);
    expect(await runStep(commands, runner)).toMatchObject({ exitCode: 0, outputs });
  });
});
