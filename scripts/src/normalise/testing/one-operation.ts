import { normalise } from "../normalise.ts";

export const path = "/api/v2/usage/widgets/{color}";
/** The parameter of that path. */
export const color = { name: "color", in: "path", required: true, schema: { type: "string" } };
/** An answer of the schema `Rep`. */
export const answer = {
  description: "",
  content: { "application/json": { schema: { $ref: "#/components/schemas/Rep" } } },
};

/** Parts of a document with one operation; the rest is plain. */
export interface Parts {
  readonly operation?: object;
  readonly item?: object;
  readonly components?: object;
  readonly root?: object;
}

/** What becomes of the document with these parts. */
export function run({
  operation = {},
  item = {},
  components = {},
  root = {},
}: Parts): ReturnType<typeof normalise> {
  const get = { operationId: "getWidgets", parameters: [color], responses: { "200": answer }, ...operation };
  return normalise({
    openapi: "3.0.3",
    paths: { [path]: { get, ...item } },
    components: {
      schemas: { Rep: { type: "object" }, ...Object(Reflect.get(components, "schemas")) },
      ...without(components),
    },
    ...root,
  });
}

function without(components: object): object {
  const { schemas: _schemas, ...others }: { schemas?: unknown } = components;
  return others;
}

/** The operation in it. */
export const operationOf = (parts: Parts): unknown => run(parts).document.paths[path]?.["get"];
/** What was left out of it. */
export const problemsOf = (parts: Parts): string[] =>
  run(parts).notices.map(({ place, problem }) => `${place}: ${problem}`);
