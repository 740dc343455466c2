import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { applyOverlay } from "./apply-overlay.ts";
import { readOverlay } from "./read-overlay.ts";

type Action = Record<string, unknown>;

const document = {
  tags: ["a", "b", "c"],
  rows: [
    { name: "x", in: "query" },
    { name: "y", in: "path" },
    { name: "z", in: "query" },
  ],
  info: { title: "T", contact: { name: "N" } },
};

const apply = (...actions: Action[]): unknown =>
  applyOverlay(
    document,
    readOverlay(
      JSON.stringify({
        overlay: "1.0.0",
        actions: actions.map((action) => ({ description: "the reason", ...action })),
      }),
    ),
  );

describe("updates", () => {
  test("an object is merged member by member", () => {
    expect(apply({ target: "$.info", update: { contact: { email: "E" }, version: "1" } })).toMatchObject({
      info: { title: "T", version: "1", contact: { name: "N", email: "E" } },
    });
  });

  test("the root can be updated", () => {
    expect(apply({ target: "$", update: { info: { title: "U" } } })).toMatchObject({ info: { title: "U" } });
  });

  test("an entry is appended to a list, and a list is concatenated", () => {
    expect(apply({ target: "$.tags", update: "d" })).toMatchObject({ tags: ["a", "b", "c", "d"] });
    expect(apply({ target: "$.tags", update: ["d", "e"] })).toMatchObject({
      tags: ["a", "b", "c", "d", "e"],
    });
  });

  test("a primitive is replaced", () => {
    expect(apply({ target: "$.info.title", update: "U" })).toMatchObject({ info: { title: "U" } });
  });

  test("a filter selects by content", () => {
    expect(apply({ target: "$.rows[?@.in == 'query']", update: { seen: true } })).toMatchObject({
      rows: [{ seen: true }, { name: "y", in: "path" }, { seen: true }],
    });
  });

  test("actions see what the ones before them did", () => {
    expect(
      apply({ target: "$.info", update: { version: "1" } }, { target: "$.info.version", update: "2" }),
    ).toMatchObject({ info: { version: "2" } });
  });

  test("a member named __proto__ is data", () => {
    const result = apply({ target: "$.info", update: JSON.parse('{"__proto__": {"polluted": true}}') });
    expect(JSON.stringify(result)).toContain('"__proto__":{"polluted":true}');
    expect(Reflect.get({}, "polluted")).toBeUndefined();
  });

  test("the given document is not changed", () => {
    const before = structuredClone(document);
    apply({ target: "$.tags[0]", remove: true });
    expect(document).toEqual(before);
  });
});

describe("removals", () => {
  test("several entries of one list", () => {
    expect(apply({ target: "$.rows[?@.in == 'query']", remove: true })).toMatchObject({
      rows: [{ name: "y", in: "path" }],
    });
    expect(apply({ target: "$.tags[0, 2]", remove: true })).toMatchObject({ tags: ["b"] });
  });

  test("a node and a node inside it, in one action", () => {
    expect(apply({ target: "$..[?@.name == 'N', 'contact']", remove: true })).toMatchObject({
      info: { title: "T" },
    });
  });

  test("a node that is selected twice is removed once", () => {
    expect(apply({ target: "$.tags[0, 0]", remove: true })).toMatchObject({ tags: ["b", "c"] });
    expect(apply({ target: "$.rows[?@.name == 'x', ?@.in == 'query']", remove: true })).toMatchObject({
      rows: [{ name: "y", in: "path" }],
    });
  });

  test("nodes at any depth, in any branch", () => {
    const k = fc.constant({ k: "x" });
    const { tree } = fc.letrec((tie) => ({
      tree: fc.oneof(
        { depthSize: "small" },
        k,
        fc.constant(1),
        fc.array(tie("tree"), { maxLength: 3 }),
        fc.dictionary(fc.constantFrom("a", "b", "k"), tie("tree")),
      ),
    }));
    const actions = readOverlay(
      JSON.stringify({
        overlay: "1.0.0",
        actions: [{ target: "$..[?@.k == 'x']", description: "d", remove: true }],
      }),
    );
    const without = (value: unknown): unknown => {
      const marked = (member: unknown): boolean =>
        typeof member === "object" && member !== null && Reflect.get(member, "k") === "x";
      if (Array.isArray(value)) return value.filter((item) => !marked(item)).map(without);
      if (typeof value !== "object" || value === null) return value;
      return Object.fromEntries(
        Object.entries(value)
          .filter(([, member]) => !marked(member))
          .map(([key, member]) => [key, without(member)]),
      );
    };
    fc.assert(
      fc.property(tree, (branch) => {
        const input = { branch, last: { k: "x" } };
        expect(applyOverlay(input, actions)).toEqual(without(input));
      }),
    );
  });

  test("`remove: false` beside an update updates", () => {
    expect(apply({ target: "$.info", remove: false, update: { title: "U" } })).toMatchObject({
      info: { title: "U" },
    });
  });
});

describe("actions that cannot stand", () => {
  test.each<[string, Action, RegExp]>([
    [
      "matches nothing",
      { target: "$.nowhere", update: 1 },
      /matches nothing\. Its reason: the reason\. .*delete the action/,
    ],
    [
      "matches another number",
      { target: "$.tags[*]", remove: true, "x-matches": 2 },
      /matches 3 nodes instead of 2/,
    ],
    [
      "changes nothing",
      { target: "$.info", update: { title: "T" } },
      /changes nothing at "title": upstream says the same now.*the reason\. Delete the action/,
    ],
    [
      "changes a part that holds already",
      { target: "$.info", update: { title: "T", version: "1" } },
      /changes nothing at "title".*Delete that part of the action/,
    ],
    [
      "appends what is there",
      { target: "$.tags", update: ["d", "b"] },
      /changes nothing.*upstream says the same now/,
    ],
    [
      "appends an entry of the same name",
      { target: "$.rows", update: { name: "x", in: "query", seen: true } },
      /an entry of that name is there already/,
    ],
    ["appends nothing", { target: "$.tags", update: [] }, /changes nothing/],
    ["is no JSONPath", { target: "info.title", update: "U" }, /the target is not a JSONPath/],
    ["replaces an object", { target: "$.info", update: "text" }, /would replace an object/],
    ["has no reason", { target: "$.info", update: {}, description: " " }, /has no description/],
    ["does nothing", { target: "$.info" }, /must either update or remove/],
    ["does two things", { target: "$.info", update: {}, remove: true }, /must either update or remove/],
    ["has an unknown member", { target: "$.info", update: {}, copy: "$.x" }, /"copy" is not known/],
    ["has no target", { target: 1, update: {} }, /has no target/],
    ["expects an odd number", { target: "$.info", update: {}, "x-matches": 0 }, /whole number from 1/],
  ])("%s", (_name, action, message) => {
    expect(() => apply(action)).toThrow(message);
  });

  test("a document of another kind", () => {
    expect(() => readOverlay("overlay: 2.0.0\nactions: []")).toThrow(/overlay "1.0.0"/);
  });
});
