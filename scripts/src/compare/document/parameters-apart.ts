import { isObject, type Json, type JsonObject, sameJson } from "../../openapi/json.ts";
import type { Differ, DifferEntry, DifferPlace } from "./differ.ts";
import { escapePointer } from "./separate-prose.ts";

/**
 * A differ that compares each parameter with the one of the same name. Left alone with lists, it pairs those that look
 * alike and takes the rest for renamed. Ours are in one order on both sides, so each goes alone under a path of its own.
 */
export function pairingParameters(differ: Differ): Differ {
  return async (base, revision) => {
    const places = new Map<string, string>();
    const [old, now] = [listsOf(base), listsOf(revision)];
    const apart = { base: new Map<string, Json>(), revision: new Map<string, Json>() };
    for (const [index, path] of [...old.keys()].entries()) {
      for (const [position, before] of (old.get(path) ?? []).entries()) {
        const after = now.get(path)?.[position];
        if (after === undefined || sameJson(before, after)) continue;
        const ownPath = `/parameters/${index}/${position}`;
        places.set(
          `#/paths/${escapePointer(ownPath)}/get/parameters/0`,
          `#/paths/${escapePointer(path)}/get/parameters/${position}`,
        );
        apart.base.set(ownPath, { get: { parameters: [before], responses: {} } });
        apart.revision.set(ownPath, { get: { parameters: [after], responses: {} } });
      }
    }
    const entries = await differ(withPaths(base, apart.base), withPaths(revision, apart.revision));
    return entries.map((entry) => inPlace(entry, places));
  };
}

function listsOf({ paths }: JsonObject): Map<string, readonly Json[]> {
  return new Map(
    Object.entries(isObject(paths) ? paths : {}).map(([path, item]) => {
      const get = isObject(item) ? item["get"] : undefined;
      const parameters = isObject(get) ? get["parameters"] : undefined;
      return [path, Array.isArray(parameters) ? parameters : []];
    }),
  );
}

/** The document without the parameters of its own paths, and with more paths. */
function withPaths(document: JsonObject, more: ReadonlyMap<string, Json>): JsonObject {
  const { paths } = document;
  const bare = Object.entries(isObject(paths) ? paths : {}).map(([path, item]): [string, Json] => {
    if (!isObject(item) || !isObject(item["get"])) return [path, item];
    const { parameters: _parameters, ...get } = item["get"];
    return [path, { ...item, get }];
  });
  return { ...document, paths: Object.fromEntries([...bare, ...more]) };
}

function inPlace(entry: DifferEntry, places: ReadonlyMap<string, string>): DifferEntry {
  const moved = (place: DifferPlace | undefined): DifferPlace | undefined => {
    if (place === undefined) return undefined;
    const [own = ""] = place.pointer.match(/^#\/paths\/~1parameters~1\d+~1\d+\/get\/parameters\/0/) ?? [];
    const pointer = places.get(own);
    return pointer === undefined ? place : { ...place, pointer: pointer + place.pointer.slice(own.length) };
  };
  return { ...entry, base: moved(entry.base), revision: moved(entry.revision) };
}
