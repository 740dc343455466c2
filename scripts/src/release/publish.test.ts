import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { findArchives } from "./find-archives.ts";
import { createRelease, type ProgramResult, publishArchives } from "./publish-archives.ts";

const archives = ["types", "client"].map((name) => ({
  name: `@ldusage/${name}`,
  version: "0.2.0",
  file: `/packed/${name}.tgz`,
}));

type Answer = Partial<ProgramResult>;

/** Programs that answer by what they are called with; each succeeds without a word unless it is named here. */
function world(answers: Readonly<Record<string, Answer>> = {}) {
  const commands: string[] = [];
  const lines: string[] = [];
  const known: Readonly<Record<string, Answer>> = { "npm --version": { stdout: "11.19.1\n" }, ...answers };
  const run = async (command: string, ...args: readonly string[]): Promise<ProgramResult> => {
    const line = [command, ...args].join(" ");
    commands.push(line);
    return { exitCode: 0, stdout: "", stderr: "", ...known[line] };
  };
  return { commands, lines, options: { run, log: (line: string) => void lines.push(line) } };
}

const unknown = { exitCode: 1, stderr: "npm error code E404\n" };
const publishCommand = (name: string): string =>
  `npm publish /packed/${name}.tgz --provenance --access=public`;

describe("publishing", () => {
  test("asks for each archive whether it is there, and publishes what is not", async () => {
    const { commands, lines, options } = world({ "npm view @ldusage/types@0.2.0 version": unknown });
    await publishArchives(archives, options);
    expect(commands).toEqual([
      "npm --version",
      "npm view @ldusage/types@0.2.0 version",
      publishCommand("types"),
      "npm view @ldusage/client@0.2.0 version",
      publishCommand("client"),
    ]);
    expect(lines).toEqual(["@ldusage/types 0.2.0 is published", "@ldusage/client 0.2.0 is published"]);
  });

  test("goes on where it failed before", async () => {
    const { commands, options } = world({ "npm view @ldusage/types@0.2.0 version": { stdout: "0.2.0\n" } });
    await publishArchives(archives, options);
    expect(commands.filter((command) => command.startsWith("npm publish"))).toEqual([
      publishCommand("client"),
    ]);
  });

  test("stops when the registry cannot be asked", async () => {
    const failure = { exitCode: 1, stderr: "npm error code ECONNREFUSED\n" };
    const { commands, options } = world({ "npm view @ldusage/types@0.2.0 version": failure });
    await expect(publishArchives(archives, options)).rejects.toThrow(
      /cannot tell whether @ldusage\/types 0\.2\.0/,
    );
    expect(commands).toHaveLength(2);
  });

  test("stops at the first archive that is refused", async () => {
    const refused = { exitCode: 1, stderr: "npm error code E422\n" };
    const { commands, options } = world({ [publishCommand("types")]: refused });
    await expect(publishArchives(archives, options)).rejects.toThrow(/npm publish \/packed.* code 1\n.*E422/);
    expect(commands).not.toContain(publishCommand("client"));
  });

  test.each(["10.9.4", "11.5.0", "11.4.9", "nonsense"])("npm %s is too old", async (version) => {
    const { commands, options } = world({ "npm --version": { stdout: `${version}\n` } });
    await expect(publishArchives(archives, options)).rejects.toThrow(`npm ${version} cannot publish`);
    expect(commands).toEqual(["npm --version"]);
  });

  test.each(["11.5.1", "11.6.0", "12.0.0"])("npm %s will do", async (version) => {
    const { options } = world({ "npm --version": { stdout: `${version}\n` } });
    await expect(publishArchives(archives, options)).resolves.toBeUndefined();
  });
});

describe("the release", () => {
  test("is created at the commit", async () => {
    const { commands, options } = world({ "gh release view v0.2.0": { exitCode: 1 } });
    await createRelease("0.2.0", "abc", "notes.md", options);
    expect(commands[1]).toBe("gh release create v0.2.0 --target abc --title v0.2.0 --notes-file notes.md");
  });

  test("is left alone when it is there", async () => {
    const { commands, options } = world();
    await createRelease("0.2.0", "abc", "notes.md", options);
    expect(commands).toEqual(["gh release view v0.2.0"]);
  });
});

describe("archives", () => {
  let root: string;
  beforeEach(async () => {
    root = await mkdtemp(join(tmpdir(), "ldusage-archives-"));
    for (const name of ["types", "client", "helpers", "simulator"]) await writePackage(name);
  });
  afterEach(() => rm(root, { recursive: true, force: true }));

  async function write(path: string, text: string): Promise<void> {
    await mkdir(dirname(join(root, path)), { recursive: true });
    await writeFile(join(root, path), text);
  }
  async function writePackage(name: string, version = "0.2.0"): Promise<void> {
    const repository = { url: "git+https://github.com/somebody/ldusage.git" };
    await write(
      `packages/${name}/package.json`,
      JSON.stringify({ name: `@ldusage/${name}`, version, repository }),
    );
    await write(`packed/${name}/ldusage-${name}-${version}.tgz`, "");
  }
  const find = (repository = "somebody/ldusage") => findArchives(root, join(root, "packed"), repository);

  test("are found in the order in which they need one another", async () => {
    const { version, archives: found } = await find();
    expect(version).toBe("0.2.0");
    expect(found.map(({ name }) => name.replace("@ldusage/", ""))).toEqual([
      "types",
      "client",
      "helpers",
      "simulator",
    ]);
    expect(found[0]?.file).toBe(join(root, "packed/types/ldusage-types-0.2.0.tgz"));
  });

  test("of another version are refused", async () => {
    await write("packed/client/ldusage-client-0.1.0.tgz", "");
    await expect(find()).rejects.toThrow(
      "expected client/ldusage-client-0.2.0.tgz alone, found ldusage-client-0.1.0",
    );
  });

  test("of several versions are refused", async () => {
    await rm(join(root, "packed/client"), { recursive: true });
    await writePackage("client", "0.3.0");
    await expect(find()).rejects.toThrow("the packages have several versions: 0.2.0, 0.3.0");
  });

  test("that never got a version are refused", async () => {
    await rm(join(root, "packed"), { recursive: true });
    for (const name of ["types", "client", "helpers", "simulator"]) await writePackage(name, "0.0.0");
    await expect(find()).rejects.toThrow("version 0.0.0 was never given");
  });

  test("of some packages alone are refused", async () => {
    await writePackage("widgets");
    await expect(find()).rejects.toThrow(
      "there are packages client, helpers, simulator, types, widgets, and a release publishes client,",
    );
  });

  test("of a repository that npm would not find in their provenance are refused", async () => {
    await expect(find("fork/ldusage")).rejects.toThrow("and this is fork/ldusage: npm would refuse it");
  });
});
