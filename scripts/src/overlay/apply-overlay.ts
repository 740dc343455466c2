import { exec } from "jsonpath-rfc9535";
import { SpecError } from "../openapi/document.ts";
import { compareText, isObject } from "../openapi/json.ts";
import { mergeInto } from "./merge-into.ts";
import type { OverlayAction } from "./read-overlay.ts";

type Path = readonly (string | number)[];

/**
 * Applies overlay actions in order and gives a new document. An action that matches nothing, matches another
 * number of nodes than it says, or changes nothing is an error: a correction must not outlive its reason.
 *
 * @throws SpecError naming the action and its reason.
 */
export function applyOverlay<Document>(document: Document, actions: readonly OverlayAction[]): Document {
  // A wrapper, so that an action on `$` replaces the root like any other node.
  const holder = { root: structuredClone(document) };
  for (const action of actions) {
    const paths = matchesOf(holder.root, action);
    if (action.change.kind === "remove") {
      for (const path of paths.sort(lastFirst)) removeAt(holder, ["root", ...path]);
    } else {
      for (const path of paths) updateAt(holder, ["root", ...path], action, action.change.value);
    }
  }
  return holder.root;
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
    throw failed(
      action,
      `the target is not a JSONPath: ${error instanceof Error ? error.message : String(error)}`,
    );
  }
  const paths = [...found.values()];
  if (paths.length === 0)
    throw failed(action, "it matches nothing; upstream has changed, so revise or delete it");
  if (action.matches !== undefined && paths.length !== action.matches) {
    throw failed(action, `it matches ${paths.length} nodes instead of ${action.matches}; revise it`);
  }
  return paths;
}

function updateAt(holder: object, path: Path, action: OverlayAction, update: unknown): void {
  const { parent, key } = locate(holder, path);
  const after = mergeInto(Reflect.get(parent, key), update, (problem) =>
    failed(action, `${problem} (in ${describe(path)})`),
  );
  Object.defineProperty(parent, key, { value: after, writable: true, enumerable: true, configurable: true });
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
  return (
    path
      .slice(1)
      .map((key) => `[${JSON.stringify(key)}]`)
      .join("") || "the root"
  );
}

function failed(action: OverlayAction, problem: string): SpecError {
  return new SpecError("overlay", action.place, `${problem}. Its reason: ${action.reason}`);
}
