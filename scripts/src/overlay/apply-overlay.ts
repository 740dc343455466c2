import { exec } from "jsonpath-rfc9535";
import { SpecError } from "../openapi/document.ts";
import type { Finding } from "../openapi/finding.ts";
import { compareText, isObject, type Json } from "../openapi/json.ts";
import { mergeInto } from "./merge-into.ts";
import { findingsOf, type RefusedPart } from "./overlay-findings.ts";
import type { OverlayAction } from "./read-overlay.ts";

type Path = readonly (string | number)[];

export interface Overlaid<Document> {
  readonly document: Document;
  /** Actions, and parts of actions, that no longer apply as they are written. */
  readonly findings: readonly Finding[];
}

/**
 * Applies overlay actions in order and gives a new document. An action that matches nothing, matches another
 * number of nodes than it says, or changes nothing is an error: a correction must not outlive its reason.
 *
 * @throws SpecError naming every such action, what is wrong with it, and its reason.
 */
export function applyOverlay<Document>(document: Document, actions: readonly OverlayAction[]): Document {
  const { document: result, findings } = applyLeniently(document, actions);
  const [first, ...others] = findings;
  if (first === undefined) return result;
  if (others.length === 0) throw new SpecError("overlay", first.place, first.problem, first.wayOut);
  const list = findings.map(({ place, problem, wayOut }) => `\n- ${place}: ${problem}. ${wayOut}`);
  throw new SpecError("overlay", `${findings.length} findings`, `actions no longer apply:${list.join("")}`);
}

/**
 * Applies of overlay actions, in order, what applies: every node that is matched is updated, whatever the number, by
 * every part of the update that is not refused. What does not apply is found, all of it.
 *
 * @throws SpecError for a target that is no JSONPath.
 */
export function applyLeniently<Document>(
  document: Document,
  actions: readonly OverlayAction[],
): Overlaid<Document> {
  // A wrapper, so that an action on `$` replaces the root like any other node.
  const holder = { root: structuredClone(document) };
  const findings = actions.flatMap((action) => {
    const paths = matchesOf(holder.root, action);
    return findingsOf(action, paths.length, applyAction(holder, action, paths));
  });
  return { document: holder.root, findings };
}

function applyAction(holder: object, { change }: OverlayAction, paths: Path[]): RefusedPart[] {
  if (change.kind === "update") return paths.flatMap((path) => updateAt(holder, path, change.value));
  for (const path of paths.sort(lastFirst)) removeAt(holder, ["root", ...path]);
  return [];
}

function matchesOf(root: unknown, action: OverlayAction): Path[] {
  // By their text: a JSONPath may select one node several times.
  const found = new Map<string, Path>();
  try {
    // The library declares its input as JSON; documents here are JSON by construction.
    exec(root as Parameters<typeof exec>[0], action.target, (_value, path) => {
      found.set(JSON.stringify(path), [...path]);
    });
  } catch (error) {
    const problem = error instanceof Error ? error.message : String(error);
    throw new SpecError("overlay", action.place, `the target is not a JSONPath: ${problem}`);
  }
  return [...found.values()];
}

function updateAt(holder: object, path: Path, update: Json): RefusedPart[] {
  const refused: RefusedPart[] = [];
  const { parent, key } = locate(holder, ["root", ...path]);
  const value = mergeInto(Reflect.get(parent, key), update, (refusal) => {
    refused.push({ ...refusal, node: describe(path) });
  });
  Object.defineProperty(parent, key, { value, writable: true, enumerable: true, configurable: true });
  return refused;
}

function removeAt(holder: object, path: Path): void {
  const { parent, key } = locate(holder, path);
  if (Array.isArray(parent)) parent.splice(Number(key), 1);
  else Reflect.deleteProperty(parent, key);
}

function locate(holder: object, path: Path): { parent: object; key: string | number } {
  let parent: unknown = holder;
  for (const key of path.slice(0, -1)) parent = Reflect.get(Object(parent), key);
  const key = path.at(-1);
  if (key === undefined || (!isObject(parent) && !Array.isArray(parent)))
    throw new Error("a match has no parent");
  return { parent, key };
}

// Against the order of the document, and what is inside a node before the node itself, so that no removal moves or
// takes along a node that is still to be removed.
function lastFirst(left: Path, right: Path): number {
  for (const [index, a] of left.entries()) {
    const b = right[index];
    if (b === undefined) return -1;
    if (a === b) continue;
    return typeof a === "number" && typeof b === "number" ? b - a : compareText(String(a), String(b));
  }
  return right.length - left.length;
}

function describe(path: Path): string {
  return path.map((key) => `[${JSON.stringify(key)}]`).join("") || "the root";
}
