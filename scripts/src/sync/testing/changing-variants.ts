import { type Editable, everyObject, isEditable, objectIn, objectsIn } from "./editable.ts";
import { usageItems, usageOperations, usageResponses } from "./usage-parts.ts";
import type { Variant } from "./variant.ts";

/** Variants after which other facts hold, or fewer. */
export const changingVariants: Readonly<Record<string, Variant>> = {
  "added-operation": ({ document }) => {
    objectIn(document, "paths")["/api/v2/usage/gadgets/{color}"] = { get: structuredClone(gadgets) };
  },
  "removed-operation": ({ document, random }) => {
    const items = usageItems(document);
    const [path] = items[random(items.length)] ?? [];
    if (path !== undefined) delete objectIn(document, "paths")[path];
  },
  "deprecated-marks": ({ document }) => {
    for (const { operation } of usageOperations(document)) {
      if (/\brely on this endpoint\b/.test(String(operation["description"]))) operation["deprecated"] = true;
    }
  },
  "missing-descriptions": ({ document }) => {
    for (const [, item] of usageItems(document)) {
      for (const object of everyObject(item)) {
        if (typeof object["description"] === "string") delete object["description"];
      }
    }
  },
  "inline-responses": ({ document }) => {
    const schemas = objectIn(objectIn(document, "components"), "schemas");
    for (const { response } of usageResponses(document)) {
      for (const media of Object.values(objectIn(response, "content")).filter(isEditable)) {
        const name = /^#\/components\/schemas\/([\w.-]+)$/.exec(
          String(objectIn(media, "schema")["$ref"]),
        )?.[1];
        if (name !== undefined) media["schema"] = structuredClone(schemas[name]);
      }
    }
  },
  "hostile-strings": ({ document }) => {
    const hostile = hostileTexts.join(" ");
    for (const { operation } of usageOperations(document)) {
      operation["summary"] = hostile;
      operation["description"] = `${String(operation["description"] ?? "")}\n\n${hostile}`;
      for (const parameter of objectsIn(operation, "parameters")) {
        parameter["description"] = `${String(parameter["description"] ?? "")}\n\n${hostile}`;
      }
      operation["parameters"] = [
        ...objectsIn(operation, "parameters"),
        ...["__proto__", "constructor", hostile].map((name) => ({
          name,
          in: "query",
          description: hostile,
          schema: { type: "string", enum: [...hostileTexts, "__proto__"] },
        })),
      ];
    }
    const schemas = objectIn(objectIn(document, "components"), "schemas");
    for (const name of ["SeriesListRep", "SdkListRep"]) {
      const properties = objectIn(objectIn(schemas, name), "properties");
      for (const text of hostileTexts) properties[text] = { type: "string", description: text };
      properties["constructor"] = { $ref: "#/components/schemas/constructor" };
    }
    schemas["constructor"] = { type: "string", enum: [...hostileTexts], description: hostile };
  },
};

/** Texts that end comments, templates, tags and lines, or are no text at all. */
const hostileTexts: readonly string[] = [
  "*/ alert(1); /*",
  ["`$", "{process.exit(1)}`"].join(""),
  "</script><script>alert(1)</script>",
  "<!-- --> <img src=x onerror=alert(1)>",
  "\u0000\u0007\u001b[31m",
  "\u2028\u2029",
  "\ud800",
  "\\\"'",
  "| a | b |",
  "@deprecated {@link x}",
  "toString",
  "x".repeat(10_000),
];

const gadgets: Editable = {
  operationId: "getGadgetsUsage",
  summary: "Get gadgets usage",
  description: "Get the number of gadgets in the account. The maximum time range is 90 days.",
  tags: ["Account usage (beta)"],
  parameters: [
    {
      name: "color",
      in: "path",
      required: true,
      description: "The color of gadget. Must be one of `red` or `blue`.",
      schema: { type: "string" },
    },
    {
      name: "from",
      in: "query",
      description: "The returned series starts from this timestamp (Unix seconds). Defaults to two days ago.",
      schema: { type: "string" },
    },
    {
      name: "to",
      in: "query",
      description: "The returned series ends at this timestamp (Unix seconds). Defaults to the current time.",
      schema: { type: "string" },
    },
    {
      name: "shape",
      in: "query",
      description: "A shape to filter by. Can be specified multiple times. Valid values: `round`, `square`.",
      schema: { type: "string" },
    },
  ],
  responses: {
    "200": {
      description: "Usage response",
      content: { "application/json": { schema: { $ref: "#/components/schemas/SeriesListRep" } } },
    },
    "400": { description: "Invalid request" },
  },
};
