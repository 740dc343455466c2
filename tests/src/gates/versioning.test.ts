import { execFile } from "node:child_process";
import { readdir, readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { afterAll, beforeAll, expect, test } from "vitest";
import { copyRepository } from "../copy-repository.ts";

const root = fileURLToPath(new URL("../../../", import.meta.url));
const packages = ["types", "client", "helpers", "simulator"];

const changesets = {
  "count-widgets.md": `---
"@ldusage/helpers": minor
---

\`countWidgets\` counts widgets:

- round ones
- square ones
`,
  "paint-widgets.md":
    '---\n"@ldusage/helpers": patch\n"@ldusage/types": patch\n---\n\nWidgets are painted.\n',
};

let copy: string;
beforeAll(async () => {
  copy = await copyRepository(root);
  const folder = join(copy, ".changeset");
  const pending = (await readdir(folder)).filter((file) => file.endsWith(".md"));
  for (const file of pending) await rm(join(folder, file));
  for (const [file, text] of Object.entries(changesets)) await writeFile(join(folder, file), text);
  for (const name of packages) {
    await rm(join(copy, "packages", name, "CHANGELOG.md"), { force: true });
    const { version, ...manifest } = await readManifest(name);
    expect(version).toBeTypeOf("string");
    await writeManifest(name, { version: "0.4.2", ...manifest });
  }
  await promisify(execFile)(join(root, "node_modules/.bin/changeset"), ["version"], { cwd: copy });
}, 60_000);
afterAll(() => rm(copy, { recursive: true, force: true }));

interface Manifest {
  readonly version: string;
  readonly dependencies: Readonly<Record<string, string>>;
}

async function readManifest(name: string): Promise<Manifest> {
  const manifest: Manifest = JSON.parse(await readFile(join(copy, "packages", name, "package.json"), "utf8"));
  return manifest;
}

async function writeManifest(name: string, manifest: Manifest): Promise<void> {
  await writeFile(join(copy, "packages", name, "package.json"), JSON.stringify(manifest));
}

const changelog = (name: string): Promise<string> =>
  readFile(join(copy, "packages", name, "CHANGELOG.md"), "utf8");

test("all packages get one version, also those that no changeset names", async () => {
  const manifests = await Promise.all(packages.map(readManifest));
  expect(manifests.map(({ version }) => version)).toEqual(["0.5.0", "0.5.0", "0.5.0", "0.5.0"]);
  expect(manifests[1]?.dependencies["@ldusage/types"]).toBe("workspace:^");
});

test("a changelog holds the words of the changesets that name the package", async () => {
  expect(await changelog("helpers")).toBe(`# @ldusage/helpers

## 0.5.0

### Minor Changes

- \`countWidgets\` counts widgets:

  - round ones
  - square ones

### Patch Changes

- Widgets are painted.
- Needs \`@ldusage/types\` 0.5.0.
`);
});

test("a package that no changeset names says in one line why it has a new version", async () => {
  expect(await changelog("client")).toBe(`# @ldusage/client

## 0.5.0

### Patch Changes

- Needs \`@ldusage/types\` 0.5.0.
`);
});

test("changesets are used up, and nothing private gets a version", async () => {
  const left = await readdir(join(copy, ".changeset"));
  expect(left.filter((file) => file.endsWith(".md"))).toEqual([]);
  const { version } = JSON.parse(await readFile(join(copy, "scripts/package.json"), "utf8"));
  expect(version).toBe("0.0.0");
});
