import { isObject, type JsonObject, sameJson } from "../../openapi/json.ts";
import type { Difference } from "../change.ts";
import { namesChanged } from "../compare-members.ts";
import { phrase } from "../phrase.ts";
import { valueAt } from "./place-of.ts";

export interface SchemaChanges {
  readonly differences: readonly Difference[];
  /** Schemas that are on one side alone. */
  readonly oneSided: ReadonlySet<string>;
}

/** Schemas that came, went, or are called something else. */
export function compareSchemaNames(base: JsonObject, revision: JsonObject): SchemaChanges {
  const [old, now] = [schemasOf(base), schemasOf(revision)];
  const { added, removed } = namesChanged(Object.keys(old), Object.keys(now));
  const alike = (left: string, right: string): boolean => sameJson(old[left], now[right]);
  const renamed = new Map(
    removed.flatMap((name) => {
      const twins = added.filter((candidate) => alike(name, candidate));
      const [twin] = twins;
      const isCertain =
        twins.length === 1 &&
        twin !== undefined &&
        removed.filter((other) => alike(other, twin)).length === 1;
      return isCertain ? [[name, twin] as const] : [];
    }),
  );
  const newNames = new Set(renamed.values());
  return {
    oneSided: new Set([...added, ...removed]),
    differences: [
      ...[...renamed].map(
        ([name, twin]): Difference => ({
          kind: "schema-renamed",
          what: phrase`The type ${name} is called ${twin} now.`,
        }),
      ),
      ...removed
        .filter((name) => !renamed.has(name))
        .map((name): Difference => ({ kind: "schema-removed", what: phrase`The type ${name} is gone.` })),
      ...added
        .filter((name) => !newNames.has(name))
        .map((name): Difference => ({ kind: "schema-added", what: phrase`The type ${name} is new.` })),
    ],
  };
}

function schemasOf(document: JsonObject): JsonObject {
  const schemas = valueAt(document, ["components", "schemas"]);
  return isObject(schemas) ? schemas : {};
}
