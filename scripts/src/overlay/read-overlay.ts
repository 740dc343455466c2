import { load, YAMLException } from "js-yaml";
import { SpecError } from "../openapi/document.ts";
import { isObject, type Json } from "../openapi/json.ts";

/** One action of an overlay: what it targets, why, and what becomes of every match. */
export interface OverlayAction {
  readonly place: string;
  /** JSONPath by RFC 9535. */
  readonly target: string;
  /** The reason of the action. */
  readonly reason: string;
  readonly change: { readonly kind: "update"; readonly value: Json } | { readonly kind: "remove" };
  /** How many nodes the target must match; at least one where it is not given. */
  readonly matches: number | undefined;
}

const actionMembers = ["target", "description", "update", "remove", "x-matches"];

/**
 * Reads an OpenAPI Overlay 1.0 document. Stricter than the standard: every action needs a `description` with
 * its reason, does exactly one thing, and may say in `x-matches` how many nodes it must find.
 */
export function readOverlay(text: string): OverlayAction[] {
  const overlay = parse(text);
  if (!isObject(overlay) || overlay["overlay"] !== "1.0.0" || !Array.isArray(overlay["actions"])) {
    throw new SpecError("overlay", "document", 'it must have overlay "1.0.0" and a list of actions');
  }
  return overlay["actions"].map((action, index) => readAction(action, `action ${index + 1}`));
}

function parse(text: string): unknown {
  try {
    return load(text);
  } catch (error) {
    if (!(error instanceof YAMLException)) throw error;
    const line = error.mark === undefined ? "document" : `line ${error.mark.line + 1}`;
    throw new SpecError("overlay", line, `the YAML is broken: ${error.reason}`);
  }
}

function readAction(action: unknown, place: string): OverlayAction {
  if (!isObject(action)) throw new SpecError("overlay", place, "it is not an object");
  const unknown = Object.keys(action).find((member) => !actionMembers.includes(member));
  if (unknown !== undefined) throw new SpecError("overlay", place, `the member "${unknown}" is not known`);
  const { target, description, update, remove, "x-matches": matches } = action;
  if (typeof target !== "string") throw new SpecError("overlay", place, "it has no target");
  const named = `${place} (${target})`;
  if (typeof description !== "string" || description.trim() === "") {
    throw new SpecError("overlay", named, "it has no description; say why it is needed");
  }
  if ((update === undefined) === (remove !== true)) {
    throw new SpecError("overlay", named, "it must either update or remove");
  }
  if (matches !== undefined && (typeof matches !== "number" || !Number.isInteger(matches) || matches < 1)) {
    throw new SpecError("overlay", named, "x-matches must be a whole number from 1");
  }
  return {
    place: named,
    target,
    reason: description.trim(),
    change: update === undefined ? { kind: "remove" } : { kind: "update", value: update },
    matches,
  };
}
