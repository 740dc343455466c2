import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { derive } from "../derive/derive.ts";
import { normalise } from "../normalise/normalise.ts";
import { isObject, type Json } from "../openapi/json.ts";
import { compileFrom } from "../pipeline.ts";
import { repositoryRoot } from "../repository-root.ts";
import { applyLeniently, applyOverlay } from "./apply-overlay.ts";
import { type OverlayAction, readOverlay } from "./read-overlay.ts";

const upstreamText = await readFile(join(repositoryRoot, "spec/upstream.json"), "utf8");
const overlayText = await readFile(join(repositoryRoot, "spec/overlay.yaml"), "utf8");

const document = {
  servers: [{ url: "https://a.test", region: "us" }, { url: "https://b.test" }],
  rows: { a: { kind: "x", size: 1 }, b: { kind: "x" }, c: { kind: "y", size: 2 } },
  list: ["p", "q"],
};

const action = (members: Record<string, Json>): OverlayAction => {
  const [read] = readOverlay(
    JSON.stringify({ overlay: "1.0.0", actions: [{ description: "It is so.", ...members }] }),
  );
  if (read === undefined) throw new Error("there is one action");
  return read;
};
const run = (...actions: Record<string, Json>[]): ReturnType<typeof applyLeniently<typeof document>> =>
  applyLeniently(document, actions.map(action));

describe("what no longer applies is found, and what does is applied", () => {
  test.each<[string, Record<string, Json>, object, [problem: string, wayOut: string][]]>([
    [
      "a target that is gone",
      { target: "$.nowhere", update: 1 },
      document,
      [["it matches nothing", "Upstream has changed: revise the target, or delete the action"]],
    ],
    [
      "a removal of what is gone",
      { target: "$.rows.d", remove: true },
      document,
      [["it matches nothing", expect.anything()]],
    ],
    [
      "another number",
      { target: "$.rows[?@.kind == 'x']", "x-matches": 3, update: { seen: true } },
      { rows: { a: { seen: true }, b: { seen: true } } },
      [["it matches 2 nodes instead of 3", expect.stringContaining("Change x-matches to 2")]],
    ],
    [
      "one node instead of several",
      { target: "$.rows.a", "x-matches": 2, remove: true },
      { rows: { b: { kind: "x" } } },
      [["it matches 1 node instead of 2", expect.anything()]],
    ],
    [
      "all of an update that holds",
      { target: "$.rows.a", update: { kind: "x", size: 1 } },
      document,
      [
        ['it changes nothing at "kind": upstream says the same now (in ["rows"]["a"])', "Delete the action"],
        ['it changes nothing at "size": upstream says the same now (in ["rows"]["a"])', "Delete the action"],
      ],
    ],
    [
      "a part that holds",
      { target: "$.rows.a", update: { kind: "x", size: 9 } },
      { rows: { a: { kind: "x", size: 9 } } },
      [[expect.stringContaining('at "kind"'), "Delete that part of the action"]],
    ],
    [
      "a part that holds everywhere",
      { target: "$.rows['a', 'b']", update: { kind: "x", seen: true } },
      { rows: { a: { seen: true }, b: { seen: true } } },
      [
        [
          'it changes nothing at "kind": upstream says the same now (in every match)',
          "Delete that part of the action",
        ],
      ],
    ],
    [
      "a part that holds for some",
      { target: "$.rows.*", update: { kind: "x", seen: true } },
      { rows: { a: { seen: true }, c: { kind: "x", seen: true } } },
      [
        [
          'it changes nothing at "kind": upstream says the same now (in ["rows"]["a"], ["rows"]["b"])',
          "Delete that part of the action for these nodes, or take them out of its target",
        ],
      ],
    ],
    [
      "an entry that is there",
      { target: "$.list", update: ["r", "q"] },
      { list: ["p", "q", "r"] },
      [
        [
          'it changes nothing with "q": upstream says the same now (in ["list"])',
          "Delete that part of the action",
        ],
      ],
    ],
    [
      "an entry of that name",
      { target: "$.servers", update: [{ url: "https://b.test", region: "eu" }, { url: "https://c.test" }] },
      { servers: [document.servers[0], { url: "https://b.test", region: "eu" }, { url: "https://c.test" }] },
      [
        [
          expect.stringContaining("an entry of that name is there already with"),
          expect.stringContaining("update that entry"),
        ],
      ],
    ],
    [
      "an object that would be lost",
      { target: "$.rows", update: { a: 1, d: {} } },
      { rows: { ...document.rows, d: {} } },
      [
        [
          'it would replace an object at "a" by something else (in ["rows"])',
          expect.stringContaining("revise the action"),
        ],
      ],
    ],
    [
      "nothing at all",
      { target: "$.rows", update: {} },
      document,
      [[expect.stringContaining("changes nothing"), "Delete the action"]],
    ],
  ])("%s", (_name, members, expected, findings) => {
    const result = run(members);
    expect(result.document).toMatchObject(expected);
    expect(result.findings).toEqual(
      findings.map(([problem, wayOut]) => ({
        stage: "overlay",
        place: `action 1 (${String(members["target"])})`,
        problem: typeof problem === "string" ? `${problem}. Its reason: It is so` : problem,
        wayOut,
      })),
    );
  });

  test("actions that still hold find nothing", () => {
    expect(run({ target: "$.rows.a", update: { size: 3 } }).findings).toEqual([]);
  });
});

test("the strict way names all of them at once", () => {
  const actions = [
    { target: "$.nowhere", update: 1 },
    { target: "$.list", update: "p" },
  ].map(action);
  expect(() => applyOverlay(document, actions)).toThrow(
    [
      "overlay: 2 findings: actions no longer apply:",
      "- action 1 ($.nowhere): it matches nothing. Its reason: It is so. Upstream has changed: revise the target, or delete the action",
      '- action 1 ($.list): it changes nothing with "p": upstream says the same now (in ["list"]). Its reason: It is so. Delete the action',
    ].join("\n"),
  );
});

describe("the overlay of this repository", () => {
  test("applies as it is", () => {
    const { document: derived } = derive(normalise(JSON.parse(upstreamText)).document);
    expect(applyLeniently(derived, readOverlay(overlayText)).findings).toEqual([]);
  });

  test("outlives any operation, and every action about it says so", () => {
    const paths = Object.keys(JSON.parse(upstreamText).paths);
    for (const path of paths) {
      const upstream = JSON.parse(upstreamText);
      delete upstream.paths[path];
      const { overlayFindings, operationCount } = compileFrom(
        { upstreamText: JSON.stringify(upstream), overlayText },
        { overlay: "lenient" },
      );
      expect(operationCount).toBe(paths.length - 1);
      const about = readOverlay(overlayText).filter(
        ({ target, matches }) => target.includes(`'${path}'`) && matches !== undefined,
      );
      expect(overlayFindings.map(({ place }) => place)).toEqual(
        expect.arrayContaining(about.map(({ place }) => place)),
      );
    }
  });

  test("is told which corrections upstream has made", () => {
    const upstream = JSON.parse(upstreamText);
    const usage = upstream.paths["/api/v2/usage/mau"].get;
    usage.deprecated = true;
    usage.summary = "Monthly active users in the way that predates contexts";
    for (const parameter of usage.parameters.filter(isObject)) {
      if (parameter["name"] === "anonymous") Object.assign(parameter, { schema: { type: "boolean" } });
    }
    upstream.servers.push({ url: "https://app.eu.launchdarkly.com" });
    const { overlayFindings, document: compiled } = compileFrom(
      { upstreamText: JSON.stringify(upstream), overlayText },
      { overlay: "lenient" },
    );
    expect(overlayFindings.map(({ problem, wayOut }) => `${problem.split(" (in")[0]}. ${wayOut}`)).toEqual([
      'an entry of that name is there already with {"url":"https://app.eu.launchdarkly.com","x-ldusage-region":"eu"}. Upstream has added it: update that entry, or delete this part of the action',
      'it changes nothing at "schema" at "enum" with "true": upstream says the same now. Delete that part of the action',
      'it changes nothing at "schema" at "enum" with "false": upstream says the same now. Delete that part of the action',
      'it changes nothing at "deprecated": upstream says the same now. Delete that part of the action for these nodes, or take them out of its target',
      'it changes nothing at "summary": upstream says the same now. Delete the action',
    ]);
    expect(compiled.servers?.map((server) => server["x-ldusage-region"]).sort()).toEqual([
      "eu",
      "federal",
      "us",
    ]);
  });
});
