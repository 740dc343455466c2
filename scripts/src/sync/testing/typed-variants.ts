import { type Editable, objectIn, objectsIn } from "./editable.ts";
import { usageOperations, usageParameters } from "./usage-parts.ts";
import type { Variant, VariantInput } from "./variant.ts";

/** Variants in which upstream states as structure what it told in prose. */
export const typedVariants: Readonly<Record<string, Variant>> = {
  "typed-arrays": (input) => {
    for (const { parameter, schema, derived } of pairs(input)) {
      if (derived["type"] !== "array" || schema["type"] === "array") continue;
      Object.assign(parameter, { style: "form", explode: true });
      parameter["schema"] = { type: "array", items: { ...schema }, maxItems: 100 };
    }
  },
  "typed-enums": (input) => {
    for (const { schema, derived } of pairs(input)) {
      const values = itemOf(derived)["enum"];
      if (values !== undefined) itemOf(schema)["enum"] = structuredClone(values);
    }
  },
  "typed-defaults": (input) => {
    for (const { schema, derived } of pairs(input)) {
      const fallback = derived["default"];
      if (fallback !== undefined) schema["default"] = fallback;
    }
  },
  "integer-times": ({ document }) => {
    for (const { parameter } of usageParameters(document)) {
      if (!/\bthis timestamp\b/.test(String(parameter["description"]))) continue;
      parameter["schema"] = { type: "integer", format: "int64", minimum: 0 };
    }
  },
};

interface Pair {
  readonly parameter: Editable;
  readonly schema: Editable;
  /** The schema that derive makes of it. */
  readonly derived: Editable;
}

/** Every parameter of upstream beside what derive makes of it. */
function pairs({ document, derived }: VariantInput): Pair[] {
  const known = usageParameters(derived);
  return usageOperations(document).flatMap(({ path, operation }) =>
    objectsIn(operation, "parameters").flatMap((parameter) => {
      const twin = known.find(
        (candidate) =>
          candidate.path === path &&
          candidate.parameter["name"] === parameter["name"] &&
          candidate.parameter["in"] === parameter["in"],
      );
      if (twin === undefined) return [];
      return [
        { parameter, schema: objectIn(parameter, "schema"), derived: objectIn(twin.parameter, "schema") },
      ];
    }),
  );
}

function itemOf(schema: Editable): Editable {
  return schema["type"] === "array" ? objectIn(schema, "items") : schema;
}
