import type { OperationDescriptor, ParameterDescriptor } from "@ldusage/types/catalog";
import type { OpenApiDocument } from "../../openapi/document.ts";
import { compareText, isObject, type Json, type JsonObject } from "../../openapi/json.ts";
import type { Alignment } from "../align-operations.ts";
import { renamedParameters } from "../facts/compare-parameters.ts";

type Pair = Alignment["kept"][number];

/**
 * What of a compiled document the facts do not tell, in a form that can be compared: only operations, parameters and
 * statuses that are on both sides, all under their new names and in one order.
 */
export function comparableDocument(
  document: OpenApiDocument,
  side: "before" | "after",
  { kept }: Alignment,
): JsonObject {
  // A document is JSON; this gives it the type.
  const whole: unknown = JSON.parse(JSON.stringify(document));
  const { paths, components, servers, "x-ldusage": _facts, ...rest } = asObject(whole);
  return {
    ...rest,
    servers: Array.isArray(servers) ? inOrderOfRegions(servers).map(withoutRegion) : [],
    components: { ...asObject(components), securitySchemes: withoutHeaderName(asObject(components)) },
    "x-ldusage": without(asObject(asObject(whole)["x-ldusage"]), serviceFacts),
    paths: Object.fromEntries(
      kept.map((pair) => {
        const item = asObject(asObject(paths)[pair[side].path] ?? {});
        const get = comparableOperation(asObject(item["get"]), side, pair);
        return [pair.after.path, { ...item, get }];
      }),
    ),
  };
}

const serviceFacts = ["versionHeader", "versionValue", "minutesPerServiceConnection"];

function inOrderOfRegions(servers: readonly Json[]): Json[] {
  const keyOf = (server: Json): string =>
    JSON.stringify([asObject(server)["x-ldusage-region"] ?? "", asObject(server)["url"] ?? ""]);
  return servers.toSorted((left, right) => compareText(keyOf(left), keyOf(right)));
}

function withoutRegion(server: Json): Json {
  return isObject(server) && server["x-ldusage-region"] !== undefined
    ? without(server, ["url", "x-ldusage-region"])
    : server;
}

// The first scheme with a header is the one that the service is described by.
function withoutHeaderName({ securitySchemes }: JsonObject): JsonObject {
  const schemes = Object.entries(asObject(securitySchemes ?? {}));
  const first = schemes.findIndex(([, scheme]) => isObject(scheme) && scheme["in"] === "header");
  return Object.fromEntries(
    schemes.map(([name, scheme], index) => [
      name,
      index === first ? { ...asObject(scheme), name: "told by the service" } : scheme,
    ]),
  );
}

function comparableOperation(operation: JsonObject, side: "before" | "after", pair: Pair): JsonObject {
  const { parameters, responses, "x-ldusage": facts, ...rest } = operation;
  const statuses = pair[side === "before" ? "after" : "before"].statuses.map(String);
  return {
    ...without(rest, ["operationId", "deprecated"]),
    ...evidenceOf(facts),
    parameters: comparableParameters(Array.isArray(parameters) ? parameters : [], side, pair),
    responses: Object.fromEntries(
      Object.entries(asObject(responses ?? {})).filter(
        ([status]) => !/^\d{3}$/.test(status) || statuses.includes(status),
      ),
    ),
  };
}

function comparableParameters(
  parameters: readonly Json[],
  side: "before" | "after",
  { before, after }: Pair,
): JsonObject[] {
  const formerNames = renamedParameters(before, after);
  const newNames = new Map([...formerNames].map(([now, old]) => [old, now]));
  const isKept = (name: string): boolean => has(after, name) && has(before, formerNames.get(name) ?? name);
  return parameters
    .map((parameter) => {
      const { name, ...rest } = asObject(parameter);
      const own = String(name);
      return { name: side === "before" ? (newNames.get(own) ?? own) : own, ...comparableParameter(rest) };
    })
    .filter(({ name }) => isKept(name))
    .sort((left, right) => compareText(left.name, right.name));
}

function has({ parameters }: OperationDescriptor, name: string): boolean {
  return parameters.some((parameter: ParameterDescriptor) => parameter.name === name);
}

const parameterFacts = ["role", "default", "dimension", "requiresExactlyOne"];

/** A parameter without what its catalog entry says: whether it is required and repeatable, its values and default. */
function comparableParameter(parameter: JsonObject): JsonObject {
  const { schema, style, explode, "x-ldusage": facts, ...rest } = parameter;
  const whole = asObject(schema ?? {});
  const isList = whole["type"] === "array";
  const item = isList ? asObject(whole["items"] ?? {}) : whole;
  return {
    ...without(rest, ["required", "in"]),
    // The differ reads parameters by place; a place that changed is told by the facts.
    in: "query",
    schema: { ...(isList ? without(whole, ["type", "items"]) : {}), ...without(item, ["enum", "default"]) },
    // What is left out is as the specification has it by default.
    ...(style === undefined || style === "form" ? {} : { style }),
    ...(explode === undefined || explode === true ? {} : { explode }),
    ...evidenceOf(facts, parameterFacts),
  };
}

/** What remains of facts when the known ones are taken out. Those of operations are all known. */
function evidenceOf(facts: Json | undefined, known?: readonly string[]): JsonObject {
  if (!isObject(facts)) return {};
  const { evidence, ...rest } = facts;
  return {
    "x-ldusage": {
      ...(evidence === undefined ? {} : { evidence }),
      ...(known === undefined ? {} : without(rest, known)),
    },
  };
}

function asObject(value: unknown): JsonObject {
  return isObject(value) ? value : {};
}

function without(object: JsonObject, names: readonly string[]): JsonObject {
  return Object.fromEntries(Object.entries(object).filter(([name]) => !names.includes(name)));
}
