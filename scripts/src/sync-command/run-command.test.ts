import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { makeTestTree, type TestTree } from "./test-tree.ts";

let tree: TestTree;
beforeEach(async () => {
  tree = await makeTestTree();
});
afterEach(() => tree.remove());

const upstream = (): string => join(tree.root, "spec/upstream.json");
const withOverlay = async (from: string, to: string): Promise<void> =>
  tree.write("spec/overlay.yaml", (await tree.read("spec/overlay.yaml")).replace(from, to));
const changesets = async (): Promise<string[]> =>
  Object.keys(await tree.files()).filter((file) => file.startsWith(".changeset/spec-"));

const shorter = () =>
  tree.changedUpstream(({ paths }) => {
    const { get } = paths["/api/v2/usage/total-mau"] ?? {};
    if (get !== undefined) get.description = get.description.replace("365 days", "180 days");
  });

test("a dry run says the same as a real one, and writes nothing", async () => {
  const source = await shorter();
  const before = await tree.files();
  const dry = await tree.sync("--from", source, "--dry-run", "--json");
  expect(await tree.files()).toEqual(before);
  const real = await tree.sync("--from", source, "--json");
  expect([dry.code, real.code]).toEqual([10, 10]);
  expect(JSON.parse(dry.stdout)).toEqual({ ...JSON.parse(real.stdout), isDryRun: true });
  expect(JSON.parse(real.stdout)).toMatchObject({
    version: 1,
    outcome: "changed",
    bump: "major",
    changes: [{ kind: "limit-lowered", operationIds: ["getMAUTotalUsage"], cause: "upstream" }],
  });
});

test("what is written is what the report says, and what the pipeline makes", async () => {
  const source = await shorter();
  const before = await tree.files();
  const { written } = JSON.parse((await tree.sync("--from", source, "--json")).stdout);
  const after = await tree.files();
  const differing = Object.keys(after).filter((file) => after[file] !== before[file]);
  expect(differing.sort()).toEqual([...written].sort());
  expect(JSON.parse(after["spec/upstream.json"] ?? "")).toEqual(JSON.parse(after["changed.json"] ?? ""));
  expect(await tree.sync("--from", source)).toMatchObject({ code: 0 });
  expect(await tree.files()).toEqual(after);
});

test("a file that the pipeline does not make is removed", async () => {
  await tree.write("packages/types/src/generated/stray.ts", "export {};\n");
  const { code, stdout } = await tree.sync("--from", upstream(), "--json");
  expect(code).toBe(10);
  expect(JSON.parse(stdout)).toMatchObject({
    bump: "patch",
    changes: [{ kind: "code-rendered-anew", bump: "patch" }],
    removed: ["packages/types/src/generated/stray.ts"],
    written: [expect.stringMatching(/^\.changeset\/spec-/)],
  });
});

test("an earlier changeset of the same document stays as it is, beside a second one", async () => {
  const source = await shorter();
  await tree.sync("--from", source);
  const [first = ""] = await changesets();
  const words = await tree.read(first);
  await withOverlay("unit: users", "unit: people");
  const { changes } = JSON.parse((await tree.sync("--from", source, "--json")).stdout);
  expect(changes).toMatchObject([{ kind: "counted-thing-changed", cause: "tree" }]);
  expect((await changesets()).sort()).toEqual([first.replace(".md", "-2.md"), first]);
  expect(await tree.read(first)).toBe(words);
});

test("prose alone is counted, and asks for a patch where generated code has it", async () => {
  const source = await tree.changedUpstream(({ paths }) => {
    Object.assign(paths["/api/v2/usage/vega-ai"]?.get ?? {}, { description: "Time series of usage." });
  });
  const { code, stdout } = await tree.sync("--from", source, "--json");
  expect(code).toBe(10);
  expect(JSON.parse(stdout)).toMatchObject({ bump: "patch", prose: { descriptions: 1 } });
  expect(await tree.read(JSON.parse(stdout).changeset)).toMatch(/\n- Reworded: 1 description[,.]/);
});

test("what reaches no package has no changeset", async () => {
  const source = await tree.changedUpstream(({ tags, info }) => {
    Object.assign(tags[0] ?? {}, { description: "Usage." });
    info["version"] = "3.0";
  });
  const { code, stdout } = await tree.sync("--from", source, "--json");
  expect(code).toBe(10);
  expect(JSON.parse(stdout)).toMatchObject({
    bump: null,
    changeset: null,
    changes: [{ kind: "bookkeeping" }],
    written: ["spec/account-usage.json", "spec/lock.json", "spec/upstream.json"],
  });
});

test("an edit of the overlay that was not generated from is told from what upstream changed", async () => {
  await withOverlay("unit: users", "unit: people");
  const { changes } = JSON.parse((await tree.sync("--from", await shorter(), "--json")).stdout);
  expect(changes).toMatchObject([
    { kind: "limit-lowered", cause: "upstream" },
    {
      kind: "counted-thing-changed",
      cause: "tree",
      operationIds: ["getMauUsage", "getMauUsageByCategory"],
      text: "What is counted is `people` now; it was `users`.",
    },
  ]);
});

test("where the former document can no longer be rendered, the report says what it cannot tell", async () => {
  const source = await shorter();
  await withOverlay("unit: users", "unit: people");
  await tree.write("spec/upstream.json", `<<<<<<< HEAD\n${await tree.read("spec/upstream.json")}`);
  const { changes, notices } = JSON.parse((await tree.sync("--from", source, "--json")).stdout);
  expect(changes).toMatchObject([{ cause: "upstream" }, { cause: "upstream" }]);
  expect(notices).toMatchObject([{ stage: "compare", place: "spec/upstream.json" }]);
});

test("help says where the document comes from and what the exit codes mean", async () => {
  const { code, stdout } = await tree.sync("--help");
  expect(code).toBe(0);
  expect(stdout).toContain("(default: https://app.launchdarkly.com/api/v2/openapi.json)");
  expect(stdout).toContain("\nExit codes:\n  0   nothing changed\n  10  something changed, or would");
});

test("without a source, upstream is asked; a secret in a URL is not repeated", async () => {
  expect((await tree.sync()).stderr).toMatch(/^sync: /);
  const { stderr, stdout } = await tree.sync(
    "--from",
    "https://user:secret@host.example/x.json?key=secret",
    "--json",
  );
  expect(stderr + stdout).not.toContain("secret");
});

describe("a failure names the stage, the place and the way out, and writes nothing", () => {
  test.each<[string, () => Promise<readonly string[]>, RegExp]>([
    [
      "a document that ends early",
      async () => {
        await tree.write("early.json", '{"openapi": "3.0.3", "paths": {');
        return ["--from", join(tree.root, "early.json")];
      },
      /^(?:sync|render): .*JSON/,
    ],
    [
      "a document that is not there",
      async () => ["--from", "none.json"],
      /^sync: none\.json: there is no such file\. .+/,
    ],
    [
      "a description that contradicts itself",
      async () => [
        "--from",
        await tree.changedUpstream(({ paths }) => {
          const { get } = paths["/api/v2/usage/total-mau"] ?? {};
          if (get !== undefined) get.description += " The maximum time range is 30 days.";
        }),
      ],
      /^derive: GET \/api\/v2\/usage\/total-mau: the description says both 365 and 30 for "maxRangeDays"; teach the rules/,
    ],
    [
      "an overlay that is not one",
      async () => {
        await tree.write("spec/overlay.yaml", "overlay: 2.0.0\nactions: []\n");
        return ["--from", upstream()];
      },
      /^overlay: document: it must have overlay "1\.0\.0" and a list of actions/,
    ],
    [
      "a compiled document that is broken",
      async () => {
        await tree.write("spec/account-usage.json", "<<<<<<< HEAD\n");
        return ["--from", upstream()];
      },
      /^read: spec\/account-usage\.json: .*\. Run `npm run generate`, which writes it anew/,
    ],
    [
      "a changesets configuration without packages",
      async () => {
        await tree.write(".changeset/config.json", '{"fixed": []}');
        return ["--from", await shorter()];
      },
      /^changeset: \.changeset\/config\.json: it has no group of packages under "fixed"; restore it/,
    ],
    [
      "a report that cannot be written",
      async () => ["--from", await shorter(), "--report", join(tree.root, "nowhere/report.md")],
      /^report: .*nowhere\/report\.md: .*; choose a file that can be written with --report/,
    ],
    [
      "an unknown option",
      async () => ["--form", "x"],
      /^options: spec:sync: Unknown option '--form'.*; `npm run spec:sync -- --help` lists them all/,
    ],
    ["an option without a value", async () => ["--from="], /^options: spec:sync: --from has no value; /],
  ])("%s", async (_name, arrange, message) => {
    const args = await arrange();
    const before = await tree.files();
    const { code, stdout, stderr } = await tree.sync(...args, "--json");
    expect(code).toBe(1);
    expect(stderr).toMatch(message);
    expect(stderr).toMatch(/\nNothing was written\.\n$/);
    expect(JSON.parse(stdout)).toMatchObject({
      version: 1,
      outcome: "failed",
      error: { stage: stderr.slice(0, stderr.indexOf(":")), message: expect.stringMatching(message) },
    });
    expect(await tree.files()).toEqual(before);
  });
});
