import type { OpenApiDocument } from "../../openapi/document.ts";
import { isRangeEnd } from "../../openapi/is-range-end.ts";
import { isObject, type Json, type JsonObject, sameJson } from "../../openapi/json.ts";
import type { Alignment } from "../align-operations.ts";
import type { Found } from "../change.ts";
import { listed } from "../compare-members.ts";
import { comparableDocument } from "./comparable-document.ts";
import { compareNullability } from "./compare-nullability.ts";
import { compareSchemaNames } from "./compare-schemas.ts";
import type { Differ, DifferEntry } from "./differ.ts";
import { pairingParameters } from "./parameters-apart.ts";
import { placeOf } from "./place-of.ts";
import { type ComparedDocuments, readEntry } from "./read-entry.ts";
import { countProseEdits, type ProseKind, separateProse } from "./separate-prose.ts";
import { findUntold, type Placed } from "./untold.ts";

export interface DocumentComparison {
  readonly found: readonly Found[];
  /** How many texts differ that programs do not see. */
  readonly prose: Readonly<Record<ProseKind, number>>;
}

/** Everything that differs between two compiled documents and that their facts do not tell. */
export async function compareDocuments(
  before: OpenApiDocument,
  after: OpenApiDocument,
  alignment: Alignment,
  differ: Differ,
): Promise<DocumentComparison> {
  const [old, now] = [
    separateProse(comparableDocument(before, "before", alignment)),
    separateProse(comparableDocument(after, "after", alignment)),
  ];
  const ids = new Map(alignment.kept.map(({ after: { path, operationId } }) => [path, operationId]));
  const compared = { base: asObject(old.bare), revision: asObject(now.bare), ...rangeEndsOf(alignment) };
  const placed = [...(await comparePlaced(compared, differ)), ...compareNullability(old, now)];
  return {
    found: placed.map(({ path, difference }) => ({
      operationId: path === undefined ? undefined : ids.get(path),
      difference,
    })),
    prose: countProseEdits(old, now),
  };
}

function rangeEndsOf({ kept }: Alignment): Pick<ComparedDocuments, "isRangeEnd"> {
  const operations = new Map(kept.map(({ after }) => [after.path, after]));
  return {
    isRangeEnd: (path, name) =>
      operations.get(path)?.parameters.some((each) => each.name === name && isRangeEnd(each)) ?? false,
  };
}

async function comparePlaced(compared: ComparedDocuments, differ: Differ): Promise<Placed[]> {
  const { base, revision } = compared;
  if (sameJson(base, revision)) return [];
  const { differences, oneSided } = compareSchemaNames(base, revision);
  const entries = await pairingParameters(differ)(asOpenApi(base), asOpenApi(revision));
  const read = entries.map((entry) => ({ entry, verdict: readEntry(entry, compared) }));
  return [
    ...differences.map((difference) => ({ path: undefined, difference })),
    ...read.flatMap(({ entry, verdict }) =>
      listed(verdict).map((difference) => ({ path: pathOf(entry, revision), difference })),
    ),
    // What an entry says nothing of is not told by it.
    ...findUntold(
      base,
      revision,
      read.flatMap(({ entry, verdict }) => (verdict.length > 0 ? [entry] : [])),
      oneSided,
    ),
  ];
}

/** The parts that a differ of OpenAPI documents understands. Facts and labels are ours to compare. */
function asOpenApi({ openapi, paths, components }: JsonObject): JsonObject {
  return {
    openapi: openapi ?? "3.0.3",
    info: { title: "the same", version: "0" },
    paths: paths ?? {},
    components: components ?? {},
  };
}

function pathOf({ base, revision }: DifferEntry, document: JsonObject): string | undefined {
  return placeOf((revision ?? base)?.pointer ?? "", document).path;
}

function asObject(value: Json): JsonObject {
  return isObject(value) ? value : {};
}
