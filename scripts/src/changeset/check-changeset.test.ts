import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { checkChangeset } from "./check-changeset.ts";
import { gitIn, gitOutput } from "./git.ts";

const manifest = (name: string, members: object = {}): string =>
  JSON.stringify({ name: `@example/${name}`, dependencies: { paint: "catalog:" }, ...members });

const committed = {
  "pnpm-workspace.yaml": "catalog:\n  paint: 1.0.0\n  brush: 1.0.0\n",
  "packages/red/package.json": manifest("red", { version: "0.0.0", devDependencies: { brush: "catalog:" } }),
  "packages/red/src/index.ts": "export {};\n",
  "packages/red/src/generated/names.ts": "export {};\n",
  "packages/blue/package.json": manifest("blue"),
  "packages/blue/src/index.ts": "export {};\n",
  "packages/own/package.json": manifest("own", { private: true }),
  "packages/own/src/index.ts": "export {};\n",
  "spec/overlay.yaml": "actions: []\n",
  "spec/lock.json": "{}\n",
};
const changeset = (name: string): string => `---\n"@example/${name}": patch\n---\n\nColors are brighter.\n`;

let scratch: string;
let root: string;
let start: string;
beforeAll(async () => {
  scratch = await mkdtemp(join(tmpdir(), "ldusage-changeset-"));
  root = join(scratch, "work");
  await mkdir(root);
  await git("init", "--quiet", "--initial-branch=main");
  await git("config", "user.name", "Somebody");
  await git("config", "user.email", "somebody@example.com");
  await git("config", "commit.gpgSign", "false");
  await commit(committed);
  start = (await git("rev-parse", "HEAD")).trim();
});
beforeEach(async () => {
  for (const branch of ["main", "feature"]) await git("checkout", "--quiet", "--force", "-B", branch, start);
  await git("clean", "--quiet", "--force", "-d");
});
afterAll(() => rm(scratch, { recursive: true, force: true }));

const git = (...args: readonly string[]): Promise<string> => gitOutput(gitIn(root), ...args);

async function write(files: Readonly<Record<string, string>>, folder = root): Promise<void> {
  for (const [path, text] of Object.entries(files)) {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), text);
  }
}

async function commit(files: Readonly<Record<string, string>>): Promise<void> {
  await write(files);
  await git("add", "--all");
  await git("commit", "--quiet", "--message", "Change");
}

async function outcome(folder = root, branch = "main"): Promise<{ exitCode: number; text: string }> {
  const { exitCode, lines } = await checkChangeset(folder, [`origin/${branch}`, branch]);
  return { exitCode, text: lines.join("\n") };
}

const newSource = { "packages/red/src/index.ts": "export const red = 1;\n" };

test("a change of a package's code without a changeset is told with its files and the ways out", async () => {
  await commit(newSource);
  const { exitCode, text } = await outcome();
  expect(exitCode).toBe(1);
  expect(text.replace(/at [0-9a-f]{12}/, "at …")).toBe(`Compared with main at ….
These changes reach users, and no changeset of this branch names the package:

  @example/red
    packages/red/src/index.ts

Tell users of it:              npm run changeset
If they will notice nothing:   npm run changeset -- --empty`);
});

test.each([
  ["a changeset that names the package", changeset("red"), 0],
  ["a changeset that names another one", changeset("blue"), 1],
  ["an empty changeset", "---\n---\n", 0],
  ["a changeset without words", '---\n"@example/red": patch\n---\n', 1],
  ["a changeset that cannot be read", "Colors are brighter.\n", 1],
])("with %s", async (_name, text, exitCode) => {
  await commit({ ...newSource, ".changeset/bright-colors.md": text });
  expect((await outcome()).exitCode).toBe(exitCode);
});

test("a changeset that was there before tells nothing of this branch", async () => {
  await git("checkout", "--quiet", "main");
  await commit({ ".changeset/earlier.md": changeset("red") });
  await git("checkout", "--quiet", "-B", "feature");
  await commit(newSource);
  expect((await outcome()).exitCode).toBe(1);
});

describe("nobody has to be told of", () => {
  test.each<[string, Readonly<Record<string, string>>]>([
    ["tests", { "packages/red/src/a.test.ts": "", "packages/red/src/a.test-d.ts": "" }],
    ["pages", { "packages/red/README.md": "Red.\n", "spec/README.md": "The spec.\n" }],
    ["a package that is not published", { "packages/own/src/index.ts": "export const own = 1;\n" }],
    ["a release", { "packages/red/package.json": manifest("red", { version: "0.1.0" }) }],
    ["scripts", { "packages/red/package.json": manifest("red", { scripts: { build: "tsc" } }) }],
    ["the catalog's tools", { "pnpm-workspace.yaml": "catalog:\n  paint: 1.0.0\n  brush: 2.0.0\n" }],
    ["the lock of the spec", { "spec/lock.json": "{ }\n" }],
  ])("%s", async (_name, files) => {
    await commit(files);
    expect(await outcome()).toMatchObject({
      exitCode: 0,
      text: expect.stringContaining("Nothing that ships has changed."),
    });
  });
});

describe("users have to be told of", () => {
  test.each<[string, Readonly<Record<string, string>>, string]>([
    [
      "entry points",
      { "packages/red/package.json": manifest("red", { exports: "./red.js" }) },
      "  @example/red\n    packages/red/package.json (exports)",
    ],
    [
      "another version of a dependency in the catalog",
      { "pnpm-workspace.yaml": "catalog:\n  paint: 2.0.0\n" },
      "  @example/blue\n    packages/blue/package.json (dependencies)",
    ],
    [
      "a new package",
      { "packages/green/package.json": manifest("green"), "packages/green/src/index.ts": "" },
      "  @example/green\n    packages/green/src/index.ts\n    packages/green/package.json (dependencies, name)",
    ],
    [
      "the overlay",
      { "spec/overlay.yaml": "actions: [1]\n" },
      "the spec (any package will do)\n    spec/over",
    ],
    [
      "generated code",
      { "packages/red/src/generated/names.ts": "" },
      "    packages/red/src/generated/names.ts",
    ],
  ])("%s", async (_name, files, text) => {
    await commit(files);
    expect(await outcome()).toMatchObject({ exitCode: 1, text: expect.stringContaining(text) });
  });
});

test("a change of the spec is told by a changeset of any package", async () => {
  await commit({ "spec/overlay.yaml": "actions: [1]\n", ".changeset/new-facts.md": changeset("blue") });
  expect(await outcome()).toMatchObject({
    exitCode: 0,
    text: expect.stringContaining("the spec: told by 1 changeset."),
  });
});

test("what is not committed, not tracked or deleted counts as well", async () => {
  await write({ ...newSource, "packages/red/src/new.ts": "" });
  await rm(join(root, "packages/blue/src/index.ts"));
  const { text } = await outcome();
  for (const file of ["red/src/index.ts", "red/src/new.ts", "blue/src/index.ts"]) {
    expect(text).toContain(`    packages/${file}\n`);
  }
});

test("what the base branch got meanwhile is no change of this one", async () => {
  await git("checkout", "--quiet", "main");
  await commit({ "packages/blue/src/index.ts": "export const blue = 1;\n" });
  await git("checkout", "--quiet", "feature");
  expect((await outcome()).exitCode).toBe(0);
});

describe("says why it can check nothing", () => {
  test("in a shallow clone", async () => {
    await commit(newSource);
    await commit({ "packages/red/src/more.ts": "" });
    const clone = join(scratch, "shallow");
    await git("clone", "--quiet", "--depth=1", "--no-single-branch", `file://${root}`, clone);
    const { exitCode, text } = await outcome(clone);
    expect(exitCode).toBe(2);
    expect(text).toBe(
      'Nothing was checked: the history of this shallow clone does not reach back to where "origin/main" was left.\n' +
        "Way out: fetch the rest with `git fetch --unshallow`.",
    );
    await gitOutput(gitIn(clone), "fetch", "--quiet", "--unshallow");
    expect((await outcome(clone)).exitCode).toBe(1);
  });

  test("in a clone without the base branch", async () => {
    const clone = join(scratch, "alone");
    await git("clone", "--quiet", "--single-branch", "--branch=feature", `file://${root}`, clone);
    const { exitCode, text } = await outcome(clone);
    expect(exitCode).toBe(2);
    expect(text).toContain(
      'Nothing was checked: this clone has no branch "origin/main" or "main".\nWay out: fetch it',
    );
  });

  test("with a branch of another history", async () => {
    await git("checkout", "--quiet", "--orphan", "unrelated");
    await git("commit", "--quiet", "--message", "Begin again");
    expect((await outcome()).text).toContain('"main" has no commit in common with HEAD');
  });

  test("outside a repository", async () => {
    expect((await outcome(scratch)).text).toContain("there is no commit here");
  });
});
