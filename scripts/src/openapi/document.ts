import { isObject, type Json } from "./json.ts";
import { tokensOf } from "./pointer.ts";

export interface SchemaObject {
  $ref?: string;
  type?: string;
  format?: string;
  description?: string;
  enum?: readonly Json[];
  default?: Json;
  items?: SchemaObject;
  required?: string[];
  properties?: Record<string, SchemaObject>;
  additionalProperties?: SchemaObject | boolean;
}

export interface ParameterObject {
  name: string;
  in: string;
  example?: unknown;
  description?: string;
  required?: boolean;
  style?: string;
  explode?: boolean;
  schema?: SchemaObject;
  "x-ldusage"?: Record<string, unknown>;
}

export interface ResponseObject {
  description: string;
  content?: Record<string, { schema?: SchemaObject }>;
}

export interface OperationObject {
  operationId: string;
  summary?: string;
  description?: string;
  deprecated?: boolean;
  parameters?: ParameterObject[];
  responses: Record<string, ResponseObject>;
  "x-ldusage"?: Record<string, unknown>;
}

export interface OpenApiDocument {
  openapi: string;
  paths: Record<string, Record<string, OperationObject>>;
  servers?: { url: string; "x-ldusage-region"?: string }[];
  components: {
    schemas: Record<string, SchemaObject>;
    securitySchemes?: Record<string, { in?: string; name?: string }>;
  };
  "x-ldusage"?: Record<string, unknown>;
}

export interface OperationEntry {
  readonly path: string;
  readonly operation: OperationObject;
}

/** Something in a document that the pipeline cannot work with. Names the place and what to do. */
export class SpecError extends Error {
  override readonly name = "SpecError";
  readonly stage: string;
  readonly place: string;
  readonly problem: string;
  /** What to do about it, as a sentence, where the problem does not say it. */
  readonly wayOut: string | undefined;

  constructor(stage: string, place: string, problem: string, wayOut?: string) {
    super(`${stage}: ${place}: ${problem}${wayOut === undefined ? "" : `. ${wayOut}`}`);
    this.stage = stage;
    this.place = place;
    this.problem = problem;
    this.wayOut = wayOut;
  }
}

/** The value of a file of the repository that holds JSON. */
export function readJson(text: string, name: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new SpecError("read", name, `it is not JSON: ${error instanceof Error ? error.message : error}`);
  }
}

/** Reads the text of a document that the pipeline itself has made, or one of that shape. */
export function readDocument(text: string, name: string): OpenApiDocument {
  return checkDocument(readJson(text, name));
}

/** Checks the parts of a document's structure that the pipeline relies on. */
export function checkDocument(value: unknown): OpenApiDocument {
  if (!isObject(value) || !isObject(value["paths"]) || !isObject(value["components"])) {
    throw new SpecError("read", "document", "it is not an OpenAPI document with paths and components");
  }
  // The checks below establish the shape; JSON.parse cannot carry it in its type.
  const document = value as unknown as OpenApiDocument;
  for (const { path, operation } of operationsOf(document)) {
    const place = `GET ${path}`;
    // Paths go into routes, code and tables; none of them has a place for anything else.
    if (!/^(?:\/[\w.~-]+|\/\{[\w-]+\})+$/.test(path))
      throw new SpecError("read", place, "it is not a plain path");
    if (typeof operation.operationId !== "string")
      throw new SpecError("read", place, "it has no operationId");
    if (!isObject(operation.responses)) throw new SpecError("read", place, "it has no responses");
    for (const parameter of operation.parameters ?? []) {
      if (typeof parameter.name !== "string" || (parameter.in !== "query" && parameter.in !== "path")) {
        throw new SpecError(
          "read",
          place,
          "every parameter must be written in place, with a name, in path or query",
        );
      }
    }
  }
  return document;
}

/** Every operation of the document, in order of paths. Methods other than GET are refused: nothing here writes. */
export function operationsOf(document: OpenApiDocument): OperationEntry[] {
  return Object.entries(document.paths).flatMap(([path, item]) =>
    Object.entries(item).map(([method, operation]) => {
      if (method !== "get")
        throw new SpecError("read", `${method.toUpperCase()} ${path}`, "only GET is supported");
      return { path, operation };
    }),
  );
}

/** Name of the component that a schema refers to. */
export function schemaName(schema: SchemaObject): string | undefined {
  const [root, section, name] = (schema.$ref === undefined ? undefined : tokensOf(schema.$ref)) ?? [];
  return root === "components" && section === "schemas" ? name : undefined;
}
