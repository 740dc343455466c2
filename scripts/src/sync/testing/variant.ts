import type { Editable } from "./editable.ts";
import type { Random } from "./random.ts";

export interface VariantInput {
  /** The whole document, to be changed in place. */
  readonly document: Editable;
  readonly random: Random;
  /** The slice before any change, with what its prose states as structure. */
  readonly derived: Editable;
}

/** A way in which upstream may change its document. */
export type Variant = (input: VariantInput) => void;
