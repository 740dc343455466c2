import fc from "fast-check";
import { expect, test } from "vitest";
import { isObject, type Json, sameJson } from "../openapi/json.ts";
import { alignOperations } from "./align-operations.ts";
import { freshDocument } from "./cases/changed-document.ts";
import { compareFacts } from "./compare-facts.ts";
import { readCompiled } from "./compiled.ts";
import { compareDocuments } from "./document/compare-documents.ts";

const { descriptors, service, document } = readCompiled(freshDocument().document);

type Path = readonly string[];

/** Paths to every value in a value, those inside objects and lists among them. */
function pathsIn(value: unknown, path: Path = []): Path[] {
  const members = typeof value === "object" && value !== null ? Object.entries(value) : [];
  return members.flatMap(([key, member]: [string, unknown]) => [
    [...path, key],
    ...pathsIn(member, [...path, key]),
  ]);
}

/** A copy with something else at a path, or with nothing there. */
function changedAt<Whole>(whole: Whole, path: Path, change: (value: unknown) => unknown): Whole {
  const copy: Whole = structuredClone(whole);
  let parent: unknown = copy;
  for (const key of path.slice(0, -1)) parent = Reflect.get(Object(parent), key);
  const last = path.at(-1) ?? "";
  const value = change(Reflect.get(Object(parent), last));
  if (value !== undefined) Reflect.set(Object(parent), last, value);
  else if (Array.isArray(parent)) parent.splice(Number(last), 1);
  else Reflect.deleteProperty(Object(parent), last);
  return copy;
}

/** Turns a value into another one of the same kind: the pipeline checks kinds, and what is in lists is seen on its own. */
const otherValue = fc
  .tuple(fc.string(), fc.constantFrom("daily", "counter", "yes", "filter", "key"), fc.nat(), fc.boolean())
  .map(([text, word, number, isWord]) => (value: unknown): unknown => {
    const other = isWord ? word : text;
    if (value === null) return isWord ? word : number;
    if (typeof value === "boolean") return !value;
    if (typeof value === "number") return number;
    if (Array.isArray(value)) return isWord ? value.toReversed() : value.slice(1);
    return typeof value === "string" ? other : value;
  });

test("no change of any member of any descriptor goes unnoticed", () => {
  const places = descriptors.flatMap((descriptor) =>
    pathsIn(descriptor)
      .filter(([member]) => member !== "summary")
      .map((path) => ({ descriptor, path })),
  );
  fc.assert(
    fc.property(fc.constantFrom(...places), otherValue, ({ descriptor, path }, change) => {
      const changed = changedAt(descriptor, path, change);
      fc.pre(!sameJson(descriptor, changed) && (changed.groupBy === null || isObject(changed.groupBy)));
      const found = compareFacts({ service }, { service }, alignOperations([descriptor], [changed]));
      expect(found).not.toEqual([]);
    }),
    { numRuns: 2000 },
  );
});

test("an entry less in any list of any descriptor does not go unnoticed", () => {
  for (const descriptor of descriptors) {
    for (const path of pathsIn(descriptor).filter((each) => /^\d+$/.test(each.at(-1) ?? ""))) {
      const changed = changedAt(descriptor, path, () => undefined);
      const found = compareFacts({ service }, { service }, alignOperations([descriptor], [changed]));
      expect(found, path.join()).not.toEqual([]);
    }
  }
});

test("no change of the service goes unnoticed", () => {
  fc.assert(
    fc.property(fc.constantFrom(...pathsIn(service)), otherValue, (path, change) => {
      const changed = changedAt(service, path, change);
      fc.pre(!sameJson(service, changed));
      const same = alignOperations(descriptors, descriptors);
      expect(compareFacts({ service }, { service: changed }, same)).not.toEqual([]);
    }),
  );
});

const anyJson = fc.option(
  fc.jsonValue({ maxDepth: 2 }).map((value): Json => JSON.parse(JSON.stringify(value))),
  { nil: undefined },
);

test("no change of a schema or a response goes unnoticed, even if the differ finds nothing", async () => {
  const alignment = alignOperations(descriptors, descriptors);
  // The members of schemas, and of responses other than the successful one, whose type is a fact.
  const places = pathsIn(document).filter(
    ([root, second, , place, status, ...rest]) =>
      (root === "components" && second === "schemas" && place !== undefined) ||
      (root === "paths" && place === "responses" && status !== "200" && rest.length > 0),
  );
  await fc.assert(
    fc.asyncProperty(fc.constantFrom(...places), anyJson, async (path, value) => {
      const changed = changedAt(document, path, () => value);
      fc.pre(!sameJson(withoutOrder(document), withoutOrder(changed)));
      const { found, prose } = await compareDocuments(document, changed, alignment, async () => []);
      const edits = Object.values(prose).reduce((sum, count) => sum + count, 0);
      expect(found.length + edits).toBeGreaterThan(0);
    }),
    { numRuns: 150 },
  );
});

// The order of a list of required names is no difference.
function withoutOrder(value: unknown): unknown {
  return JSON.parse(JSON.stringify(value), (key: string, member: unknown) =>
    key === "required" && Array.isArray(member) ? member.toSorted() : member,
  );
}
