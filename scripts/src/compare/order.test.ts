import fc from "fast-check";
import { expect, test } from "vitest";
import { isObject } from "../openapi/json.ts";
import { freshDocument } from "./cases/changed-document.ts";
import { compare } from "./compare.ts";
import { readCompiled } from "./compiled.ts";

const before = readCompiled(freshDocument().document);
const never = () => Promise.reject(new Error("the differ was called"));

const unordered = ["parameters", "enum", "required", "servers", "tags", "security"];

/** A copy in another order: of members, and of lists whose order means nothing. */
function shuffledCopy(value: unknown, next: () => number): unknown {
  if (Array.isArray(value)) return value.map((item) => shuffledCopy(item, next));
  if (!isObject(value)) return value;
  return Object.fromEntries(
    shuffled(Object.entries(value), next).map(([key, member]) => [
      key,
      shuffledCopy(unordered.includes(key) && Array.isArray(member) ? shuffled(member, next) : member, next),
    ]),
  );
}

function shuffled<Item>(items: readonly Item[], next: () => number): Item[] {
  return items
    .map((item) => ({ item, place: next() }))
    .sort((left, right) => left.place - right.place)
    .map(({ item }) => item);
}

test("order alone is never more than another order", async () => {
  await fc.assert(
    fc.asyncProperty(fc.infiniteStream(fc.nat()), async (stream) => {
      const next = (): number => stream.next().value;
      const { document } = freshDocument();
      // A shuffled document is one still.
      const after = readCompiled(shuffledCopy(document, next) as typeof document);
      const { changes, prose } = await compare(before, after, never);
      expect(changes.filter(({ kind, bump }) => kind !== "order-changed" || bump !== "patch")).toEqual([]);
      expect(prose).toEqual({ descriptions: 0, summaries: 0, examples: 0, evidence: 0 });
    }),
    { numRuns: 25 },
  );
});
