import { mkdtemp, readdir, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { consumerTimeoutMs } from "../consumer/create-consumer.ts";
import {
  installPackedPackages,
  type PublishedPackage,
  publishedPackages,
} from "../consumer/pack-packages.ts";
import { repositoryRoot } from "../consumer/repository-root.ts";
import type { Release } from "./inspect-manifest.ts";
import { inspectPackage } from "./inspect-package.ts";
import { type PackedPackage, readPackedPackage } from "./packed-package.ts";
import { readRelease } from "./read-release.ts";

let scratch: string;
let release: Release;
const packages = new Map<PublishedPackage, PackedPackage>();
beforeAll(async () => {
  scratch = await mkdtemp(join(tmpdir(), "ldusage-packed-"));
  release = await readRelease();
  await installPackedPackages(scratch, publishedPackages);
  for (const name of publishedPackages) {
    packages.set(name, await readPackedPackage(join(scratch, "@ldusage", name)));
  }
}, consumerTimeoutMs);
afterAll(() => rm(scratch, { recursive: true, force: true }));

function packed(name: PublishedPackage): PackedPackage {
  const found = packages.get(name);
  if (found === undefined) throw new Error(`${name} is not packed`);
  return found;
}

/** The client with other files; `undefined` takes one away. */
function changed(changes: Readonly<Record<string, string | undefined>>): PackedPackage {
  const files = new Map(packed("client").files);
  for (const [path, text] of Object.entries(changes)) {
    if (text === undefined) files.delete(path);
    else files.set(path, text);
  }
  return { files, manifest: JSON.parse(files.get("package.json") ?? "{}") };
}

function withManifest(members: object): PackedPackage {
  return changed({ "package.json": JSON.stringify({ ...packed("client").manifest, ...members }) });
}

const problems = (subject: PackedPackage): readonly string[] =>
  inspectPackage("client", subject, release, repositoryRoot);

test("every package of the repository is in a release", async () => {
  expect((await readdir(join(repositoryRoot, "packages"))).toSorted()).toEqual(publishedPackages.toSorted());
});

test.each(publishedPackages)("nothing is wrong with the packed %s", (name) => {
  expect(packed(name).files.size).toBeGreaterThan(20);
  expect(inspectPackage(name, packed(name), release, repositoryRoot)).toEqual([]);
});

test.each(publishedPackages)(
  "the packed %s has no test, and of the built files only what is named",
  (name) => {
    const paths = [...packed(name).files.keys()];
    expect(paths.filter((path) => /test|fixture|tsconfig|turbo/i.test(path))).toEqual([]);
    const topLevel = new Set(paths.map((path) => path.split("/")[0]));
    expect([...topLevel].filter((path) => path !== "CHANGELOG.md")).toEqual([
      "LICENSE",
      "README.md",
      "dist",
      "package.json",
      "src",
    ]);
  },
);

describe("the check finds", () => {
  test.each<[string, Readonly<Record<string, string | undefined>>, string]>([
    ["a file that nothing needs", { "src/fake-clock.ts": "" }, "src/fake-clock.ts: nothing needs it"],
    ["a built file that nothing needs", { "dist/old.js": "" }, "dist/old.js: nothing needs it"],
    ["an entry that is not built", { "dist/core/index.js": undefined }, "dist/core/index.js: is missing"],
    ["a source that is left out", { "src/clock.ts": undefined }, "src/clock.ts: is missing"],
    ["no README", { "README.md": undefined }, "README.md: is missing"],
    [
      "another licence",
      { LICENSE: "All rights reserved." },
      "package.json: its licence is not the repository's",
    ],
    [
      "a key",
      { LICENSE: `sdk-${"0".repeat(8)}-0000-4000-8000-${"0".repeat(12)}` },
      "LICENSE: has a LaunchDarkly key",
    ],
    ["a token of npm", { LICENSE: `npm_${"a".repeat(36)}` }, "LICENSE: has a token of npm"],
    ["a token of GitHub", { LICENSE: `ghp_${"a".repeat(36)}` }, "LICENSE: has a token of GitHub"],
    ["a home folder", { LICENSE: "/home/somebody/client" }, "LICENSE: has a path of somebody's machine"],
    ["the repository", { LICENSE: `${repositoryRoot}x` }, "LICENSE: has the path of the repository"],
    [
      "an import of a tool",
      { "src/clock.ts": 'const tool = await import("vitest/node");' },
      "src/clock.ts: imports vitest, which is no dependency",
    ],
    [
      "a map to a source that is not there",
      { "dist/index.js.map": '{ "sources": ["../src/gone.ts"] }' },
      "dist/index.js.map: maps to src/gone.ts, which is not there",
    ],
  ])("%s", (_name, changes, problem) => {
    expect(problems(changed(changes))).toContain(problem);
  });

  test.each<[string, object, string]>([
    [
      "a range of the workspace",
      { dependencies: { "@ldusage/types": "workspace:^" } },
      "a range of the workspace",
    ],
    [
      "a version of the catalog",
      { dependencies: { "openapi-fetch": "catalog:" } },
      "a range of the workspace",
    ],
    ["another version", { version: "9.9.9" }, 'its version is "9.9.9"'],
    [
      "a package of another release",
      { dependencies: { "@ldusage/types": "^9.9.9" } },
      "it needs @ldusage/types ^9.9.9",
    ],
    ["a script that npm runs", { scripts: { postinstall: "node ." } }, 'it runs a script on "postinstall"'],
    ["no repository", { repository: undefined }, "no repository.url"],
    [
      "the folder of another package",
      { repository: { directory: "packages/types" } },
      "repository.directory",
    ],
    ["another Node.js", { engines: { node: ">=24" } }, "engines.node is not"],
    [
      "an entry without a file",
      { exports: { ".": "./dist/gone.js" } },
      "it names dist/gone.js, which it has not",
    ],
    [
      "sources as an entry",
      { exports: { ".": { "@ldusage/source": "./src/index.ts" } } },
      "it points to sources",
    ],
    ["a private package", { private: true }, "it is private"],
  ])("%s", (_name, members, problem) => {
    expect(problems(withManifest(members))).toContainEqual(
      expect.stringContaining(`package.json: ${problem}`),
    );
  });
});
