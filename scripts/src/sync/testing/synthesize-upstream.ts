import { dump } from "js-yaml";
import { derive } from "../../derive/derive.ts";
import { normalise } from "../../normalise/normalise.ts";
import { changingVariants } from "./changing-variants.ts";
import { type Editable, isEditable } from "./editable.ts";
import { addForeignOperations } from "./foreign-operations.ts";
import { seededRandom, shuffled } from "./random.ts";
import { schemaVariants } from "./schema-variants.ts";
import { shapeVariants } from "./shape-variants.ts";
import { typedVariants } from "./typed-variants.ts";
import type { Variant } from "./variant.ts";
import { wordingVariants } from "./wording-variants.ts";

// In the order in which they are applied: each finds what it changes in the shape that those before it leave.
const preserving = { ...typedVariants, ...wordingVariants, ...schemaVariants, ...shapeVariants };
const variants: Readonly<Record<string, Variant>> = { ...changingVariants, ...preserving };

/** Names of the variants after which the same facts hold. */
export const preservingVariants: readonly string[] = Object.keys(preserving);

/** Names of all variants. */
export const allVariants: readonly string[] = Object.keys(variants);

export interface SynthesizeOptions {
  /** Text of `spec/upstream.json`. */
  readonly slice: string;
  /** Path items of other things around the usage operations; 600 make about 3 MB of JSON. */
  readonly foreignOperations: number;
  readonly seed: number;
  readonly format: "json" | "yaml";
  /** Names out of {@link allVariants}, applied in an order of their own. */
  readonly variants?: readonly string[];
}

/** A whole document as upstream publishes it: the slice amid much else, in some of the ways that upstream may change. */
export function synthesizeUpstream(options: SynthesizeOptions): string {
  const unknown = options.variants?.find((name) => !Object.hasOwn(variants, name));
  if (unknown !== undefined) throw new Error(`there is no variant "${unknown}"`);
  const random = seededRandom(options.seed);
  const document = read(options.slice);
  const derived: unknown = derive(normalise(read(options.slice)).document).document;
  if (!isEditable(derived)) throw new Error("a document is an object");
  for (const [name, variant] of Object.entries(variants)) {
    if (options.variants?.includes(name)) variant({ document, random, derived });
  }
  addForeignOperations(document, options.foreignOperations, random);
  document["paths"] = Object.fromEntries(shuffled(Object.entries(document["paths"] ?? {}), random));
  document["tags"] = [
    { name: "Everything else" },
    ...(Array.isArray(document["tags"]) ? document["tags"] : []),
  ];
  return options.format === "json" ? JSON.stringify(document, null, 2) : dump(document, { lineWidth: -1 });
}

function read(text: string): Editable {
  const value: unknown = JSON.parse(text);
  if (!isEditable(value)) throw new Error("the slice is not an object");
  return value;
}
