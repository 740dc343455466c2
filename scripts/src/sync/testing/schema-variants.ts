import { type Editable, everyObject, isEditable, objectIn } from "./editable.ts";
import type { Random } from "./random.ts";
import { usageOperations, usageParameters, usageResponses, usageSchemas } from "./usage-parts.ts";
import type { Variant, VariantInput } from "./variant.ts";

/** Variants in which schemas say the same in another of their many ways. */
export const schemaVariants: Readonly<Record<string, Variant>> = {
  "openapi-3.1": ({ document }) => {
    document["openapi"] = "3.1.0";
    document["jsonSchemaDialect"] = "https://spec.openapis.org/oas/3.1/dialect/base";
    for (const { parameter } of usageParameters(document)) {
      for (const schema of everyObject(parameter["schema"])) {
        if (schema["type"] === "string") schema["type"] = ["string", "null"];
        if (Array.isArray(schema["enum"]) && schema["enum"].length === 1) schema["const"] = schema["enum"][0];
      }
    }
    for (const schema of usageSchemas(document).flatMap(everyObject)) {
      if (schema["type"] === "array") schema["type"] = ["array", "null"];
      if ("example" in schema && typeof schema["type"] === "string") {
        schema["examples"] = [schema["example"]];
        delete schema["example"];
      }
    }
  },
  "cyclic-schemas": ({ document }) => {
    const schemas = objectIn(objectIn(document, "components"), "schemas");
    for (const schema of usageSchemas(document)) {
      if (!isEditable(schema["properties"])) continue;
      schema["properties"]["_related"] = { $ref: "#/components/schemas/UsageLink%2ERep" };
    }
    schemas["UsageLink.Rep"] = {
      type: "object",
      properties: {
        self: { $ref: "#/components/schemas/UsageLink%2ERep" },
        up: { $ref: "#/components/schemas/UsageLinkHolder" },
      },
    };
    schemas["UsageLinkHolder"] = {
      type: "object",
      additionalProperties: { $ref: "#/components/schemas/UsageLink%2ERep" },
    };
  },
  "all-of-wrapper": (input) => wrapSchemas(input, (schema) => ({ allOf: [schema] })),
  "any-of-wrapper": (input) =>
    wrapSchemas(input, (schema) =>
      String(input.document["openapi"]).startsWith("3.1")
        ? { anyOf: [schema, { type: "null" }] }
        : { anyOf: [schema], nullable: true },
    ),
  "reference-siblings": ({ document }) => {
    for (const { response } of usageResponses(document)) {
      for (const media of Object.values(objectIn(response, "content")).filter(isEditable)) {
        if ("$ref" in objectIn(media, "schema"))
          objectIn(media, "schema")["description"] = "What comes back.";
      }
    }
    const schemas = objectIn(objectIn(document, "components"), "schemas");
    schemas["PlainText"] = { type: "string" };
    for (const { operation } of usageOperations(document))
      operation["externalDocs"] = { url: "https://x.test" };
  },
};

/** Wraps about half of the schemas of parameters, responses and what they hold. */
function wrapSchemas({ document, random }: VariantInput, wrap: (schema: Editable) => Editable): void {
  for (const { parameter } of usageParameters(document)) wrapIn(parameter, "schema", random, wrap);
  for (const { response } of usageResponses(document)) {
    for (const media of Object.values(objectIn(response, "content")).filter(isEditable)) {
      wrapIn(media, "schema", random, wrap);
    }
  }
  for (const schema of usageSchemas(document)) {
    for (const holder of everyObject(schema)) {
      if (isEditable(holder["properties"])) {
        for (const name of Object.keys(holder["properties"]))
          wrapIn(holder["properties"], name, random, wrap);
      }
      wrapIn(holder, "items", random, wrap);
      wrapIn(holder, "additionalProperties", random, wrap);
    }
  }
}

function wrapIn(
  holder: Editable,
  member: string,
  random: Random,
  wrap: (schema: Editable) => Editable,
): void {
  const schema = holder[member];
  if (isEditable(schema) && random(2) === 0) holder[member] = wrap(schema);
}
