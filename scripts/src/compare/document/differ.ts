import type { JsonObject } from "../../openapi/json.ts";
import type { Bump } from "../change-kinds.ts";

/** One difference between two OpenAPI documents, as a differ found it. */
export interface DifferEntry {
  readonly kind: "added" | "removed" | "modified";
  readonly impact: Bump;
  /** What kind of thing differs, in the words of the OpenAPI specification: `Schema`, `Parameter`. */
  readonly typeName: string;
  /** The member of that thing which was modified. */
  readonly property: string | undefined;
  /** Where it was and what it held; absent for what is new. */
  readonly base: DifferPlace | undefined;
  /** Where it is and what it holds; absent for what is gone. */
  readonly revision: DifferPlace | undefined;
}

export interface DifferPlace {
  /** A JSON pointer as the fragment of a URL: of the modified member, or of its owner where it has no value here. */
  readonly pointer: string;
  /** What the modified member held; `undefined` where it was absent. */
  readonly value: unknown;
}

/** Compares two OpenAPI documents. */
export type Differ = (base: JsonObject, revision: JsonObject) => Promise<readonly DifferEntry[]>;
