import { join } from "node:path";
import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { nextUpstream } from "./next-upstream.ts";
import { makeSyncedCopy, type SyncedCopy } from "./synced-copy.ts";

let copy: SyncedCopy;
let next = "";

beforeAll(async () => {
  copy = await makeSyncedCopy();
  next = join(copy.folder, "next.json");
  await copy.write("next.json", await nextUpstream(copy));
}, 300_000);
afterEach(() => copy.restore());
afterAll(() => copy.remove());

test("the document that the tree was made from is no change, and no file is touched", async () => {
  const before = await copy.times();
  expect(await copy.sync("--from", "spec/upstream.json")).toEqual({
    code: 0,
    signal: null,
    stdout: "Upstream: `spec/upstream.json`\nNo change: the tree holds what upstream says.\n",
    stderr: "",
  });
  expect(await copy.times()).toEqual(before);
});

const report = (source: string): string => `Upstream: \`${source}\`
Changed: the packages need a major version.

Major: what may break users of the packages
  - \`getContextsServersideUsage\`: The range is sent in milliseconds now, as upstream states; it was seconds. Methods and helpers convert by themselves, so that their calls stay right. The catalog's \`timeUnit\`, what is given to \`usage.raw\`, and stored or recorded requests silently change their meaning by a factor of 1,000: multiply or divide there.
  - \`getMAUTotalUsage\`: The longest range of one request is 180 days now; it was 365 days. A longer range is refused by the client before it is sent. \`planRequests\` and \`collectSeries\` cut ranges to fit by themselves, into more requests.

Minor: what is new to them
  - \`getWidgets\`: The operation is new; its path is \`/api/v2/usage/widgets\`. There is a method more, with types, facts and simulated answers. What exists stays as it is.
  - \`getEventsUsage\`: The parameter \`browser\` is new and optional; it accepts \`firefox\` and \`safari\`. There is more to choose from; calls without it stay as they are.
  - \`getStreamUsage\`: The parameter \`source\` accepts \`edge\` as well. There is more to choose from.
  - \`SdkListRep.total\` is new. There is more to read.
`;

test("a change is told in plain words and written with a changeset, and is none the second time", async () => {
  const ended = await copy.sync("--from", next, "--report", "docs/sync.md");
  expect(ended.stderr).toBe("");
  expect(ended.code).toBe(10);
  expect(ended.stdout.slice(0, report(next).length)).toBe(report(next));
  expect(ended.stdout).toContain(
    "Operations of which nothing says what they count: state the measure in spec/overlay.yaml\n  - `getWidgets`\n",
  );
  const changeset = ended.stdout.match(/`(\.changeset\/spec-[\da-f]{8}\.md)`/)?.[1] ?? "";
  const words = await copy.read(changeset);
  expect(words).toContain('"@ldusage/simulator": major\n');
  expect(words).toContain(
    "- `getStreamUsage`: The parameter `source` accepts `edge` as well. There is more to choose from.\n",
  );
  expect(words).not.toContain("overlay.yaml");
  expect(await copy.read("docs/sync.md")).toContain("\n## Minor: what is new to them\n\n- `getWidgets`: ");

  const before = await copy.times();
  const again = await copy.sync("--from", next);
  expect(again).toMatchObject({ code: 0, stdout: expect.stringContaining("No change: the tree holds") });
  expect(await copy.times()).toEqual(before);
  expect(await copy.checkDrift()).toMatchObject({ code: 0, stderr: "" });
}, 300_000);

const program = `
import { createUsageClient } from "@ldusage/client";
import { createSimulator } from "@ldusage/simulator";

const simulator = createSimulator({ seed: 1, nowMs: Date.UTC(2026, 10, 15, 12) });
const usage = createUsageClient({ accessToken: "api-test", fetch: simulator.fetch });
await usage.getWidgets({ from: "2026-11-01" });
await usage.getEventsUsage({ type: "received", browser: ["firefox", "safari"] });
await usage.getStreamUsage({ source: "edge" });
// @ts-expect-error nobody asks for this browser
void (() => usage.getEventsUsage({ type: "received", browser: "netscape" }));
for (const { url, status } of simulator.requests) console.log(status, url.slice(url.indexOf("/api")));
`;

test("what is new reaches types, method, simulator and reference without a line by hand", async () => {
  await copy.sync("--from", next);
  await copy.write("examples/widgets.ts", program);
  expect(await copy.run("tsx", "--conditions=@ldusage/source", "examples/widgets.ts")).toMatchObject({
    stderr: "",
    stdout: `200 /api/v2/usage/widgets?from=${Date.UTC(2026, 10, 1)}
200 /api/v2/usage/events/received?browser=firefox&browser=safari
200 /api/v2/usage/streams/edge
`,
  });
  expect((await copy.run("tsc", "-p", "examples/tsconfig.json", "--skipLibCheck")).stdout).toBe("");
  expect(await copy.read("docs/operations.md")).toContain("| [getWidgets](operations/getWidgets.md)<br>");
}, 300_000);

test("changesets reads the changeset, and raises all packages by it", async () => {
  const git = (...args: string[]) =>
    copy.run("git", "-c", "user.name=test", "-c", "user.email=test@example.com", ...args);
  await git("init", "--quiet", "--initial-branch", "main");
  await git("add", "spec", ".changeset", "package.json", "pnpm-workspace.yaml", "packages");
  await git("commit", "--quiet", "--message", "Start");
  await copy.sync("--from", next);
  const status = await copy.run("changeset", "status", "--output", "docs/status.json");
  expect(status.stderr).toBe("");
  const { changesets, releases } = JSON.parse(await copy.read("docs/status.json"));
  expect(changesets.filter(({ id }: { id: string }) => id.startsWith("spec-"))).toEqual([
    {
      id: expect.stringMatching(/^spec-[\da-f]{8}$/),
      summary: expect.stringMatching(
        /^Upstream's description of the API has changed\.\n\nWhat may break you:\n\n- /,
      ),
      releases: ["types", "client", "helpers", "simulator"].map((name) => ({
        name: `@ldusage/${name}`,
        type: "major",
      })),
    },
  ]);
  // The private members stay as they are.
  const raised = releases.filter(({ type }: { type: string }) => type !== "none");
  expect(raised.map(({ type }: { type: string }) => type)).toEqual(["major", "major", "major", "major"]);
}, 300_000);

test("npm passes options and exit codes on: 10 for a change, 1 for a failure", async () => {
  const before = await copy.hash();
  const command = ["run", "-s", "spec:sync", "--"];
  const changed = await copy.run("npm", ...command, "--from", next, "--dry-run", "--json");
  expect(changed.code).toBe(10);
  expect(JSON.parse(changed.stdout)).toMatchObject({ outcome: "changed", isDryRun: true, bump: "major" });
  const failed = await copy.run("npm", ...command, "--from", "none.json", "--json");
  expect(failed.code).toBe(1);
  expect(failed.stderr).toMatch(/^sync: none\.json: /);
  expect(JSON.parse(failed.stdout)).toMatchObject({ outcome: "failed", error: { stage: "sync" } });
  expect(await copy.hash()).toBe(before);
}, 300_000);
