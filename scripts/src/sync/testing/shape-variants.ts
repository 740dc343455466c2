import { type Editable, isEditable, objectIn, objectsIn } from "./editable.ts";
import { shuffled } from "./random.ts";
import { usageItems, usageOperations, usageParameters, usageResponses } from "./usage-parts.ts";
import type { Variant } from "./variant.ts";

/** Variants in which the same is written in another place or another of the legal shapes. */
export const shapeVariants: Readonly<Record<string, Variant>> = {
  "renamed-tag": ({ document }) => {
    for (const { operation } of usageOperations(document)) operation["tags"] = ["Usage"];
    document["tags"] = [...objectsIn(document, "tags"), { name: "Usage", description: "Renamed." }];
  },
  extensions: ({ document }) => {
    for (const { item, operation } of usageOperations(document)) {
      Object.assign(item, { "x-internal": { $ref: "not a reference" }, summary: "An item", servers: [] });
      operation["x-beta"] = true;
      objectIn(operation, "responses")["x-note"] = { $ref: "#/not/a/reference" };
    }
    for (const { parameter } of usageParameters(document)) parameter["x-order"] = 1;
  },
  "header-parameters": ({ document }) => {
    for (const { operation } of usageOperations(document)) {
      operation["parameters"] = [
        ...objectsIn(operation, "parameters"),
        { name: "LD-API-Version", in: "header", required: true, schema: { type: "string", enum: ["beta"] } },
        { name: "session", in: "cookie", schema: { type: "string" } },
      ];
    }
  },
  "content-parameters": ({ document, random }) => {
    for (const { parameter } of usageParameters(document)) {
      const schema = parameter["schema"];
      if (!isEditable(schema) || schema["type"] !== "string" || random(2) === 0) continue;
      delete parameter["schema"];
      parameter["content"] = { "text/plain": { schema } };
    }
  },
  "media-type-parameters": ({ document }) => {
    for (const { response } of usageResponses(document)) {
      if (!isEditable(response["content"])) continue;
      const { "application/json": json, ...others } = response["content"];
      response["content"] = { ...others, "application/json; charset=utf-8": json };
    }
  },
  "response-ranges": ({ document }) => {
    for (const { operation } of usageOperations(document)) {
      const { "200": success, ...others } = objectIn(operation, "responses");
      operation["responses"] = { ...others, "2XX": success, default: { description: "Anything else" } };
    }
  },
  "component-responses": ({ document }) => {
    const components = objectIn(objectIn(document, "components"), "responses");
    for (const { responses, status, response } of usageResponses(document)) {
      responses[status] = { $ref: `#/components/responses/${nameIn(components, "Answer", response)}` };
    }
  },
  "component-parameters": ({ document, random }) => {
    const components = objectIn(objectIn(document, "components"), "parameters");
    for (const { operation } of usageOperations(document)) {
      operation["parameters"] = objectsIn(operation, "parameters").map((parameter) =>
        random(4) === 0
          ? parameter
          : { $ref: `#/components/parameters/${encode(nameIn(components, "usage/{}", parameter))}` },
      );
    }
  },
  "path-level-parameters": ({ document, random }) => {
    for (const { item, operation } of usageOperations(document)) {
      const parameters = objectsIn(operation, "parameters");
      const count = random(parameters.length + 1);
      if (item["parameters"] !== undefined || count === 0) continue;
      item["parameters"] = parameters.slice(0, count);
      operation["parameters"] = parameters.slice(count);
      if (count === parameters.length) delete operation["parameters"];
    }
  },
  "new-methods": ({ document, random }) => {
    for (const [path, item] of usageItems(document)) {
      for (const method of ["post", "head", "options", "trace"].filter(() => random(2) === 0)) {
        item[method] = { operationId: `${method}${path.replaceAll(/\W/g, "_")}`, responses: {} };
      }
    }
  },
  "path-item-references": ({ document, random }) => {
    const paths = objectIn(document, "paths");
    for (const [path, item] of usageItems(document)) {
      const elsewhere = `/internal${path}`;
      if (random(2) === 0) continue;
      paths[elsewhere] = item;
      paths[path] = { $ref: `#/paths/${encode(elsewhere)}` };
    }
  },
  // The last of all: nothing may depend on the order of members.
  "reordered-keys": ({ document, random }) => {
    const reorder = (value: unknown): unknown => {
      if (Array.isArray(value)) return value.map(reorder);
      if (!isEditable(value)) return value;
      return Object.fromEntries(
        shuffled(Object.entries(value), random).map(([key, member]) => [key, reorder(member)]),
      );
    };
    for (const [member, value] of Object.entries(document)) document[member] = reorder(value);
  },
};

/** Name of a component with this content, added when there is none. */
function nameIn(components: Editable, title: string, value: Editable): string {
  const text = JSON.stringify(value);
  const present = Object.entries(components).find(
    ([name, component]) => name.startsWith(title) && JSON.stringify(component) === text,
  );
  if (present !== undefined) return present[0];
  const name = `${title}${Object.keys(components).length + 1}`;
  components[name] = value;
  return name;
}

function encode(token: string): string {
  return encodeURIComponent(token.replaceAll("~", "~0").replaceAll("/", "~1"));
}
