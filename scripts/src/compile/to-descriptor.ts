import type { OperationDescriptor, ParameterDescriptor, ServiceDescriptor } from "@ldusage/types/catalog";
import {
  type OpenApiDocument,
  type OperationObject,
  type ParameterObject,
  SpecError,
} from "../openapi/document.ts";
import { checkFacts } from "./check-facts.ts";

/** The catalog entry of one operation. */
export function toDescriptor(
  document: OpenApiDocument,
  path: string,
  operation: OperationObject,
): OperationDescriptor {
  const place = `GET ${path}`;
  const { evidence: _evidence, ...facts } = operation["x-ldusage"] ?? {};
  const parameters = (operation.parameters ?? []).map(toParameter);
  for (const name of path.matchAll(/\{([^}]+)\}/g)) {
    if (!parameters.some((parameter) => parameter.place === "path" && parameter.name === name[1])) {
      throw new SpecError("compile", place, `the path parameter ${name[0]} is not described`);
    }
  }
  const descriptor = {
    operationId: operation.operationId,
    path,
    summary: operation.summary ?? operation.operationId,
    parameters,
    ...facts,
    statuses: Object.keys(operation.responses)
      .filter((status) => /^\d{3}$/.test(status))
      .map(Number)
      .sort((left, right) => left - right),
    deprecated: operation.deprecated === true,
  };
  return checkFacts(descriptor, place, Object.keys(document.components.schemas));
}

function toParameter(parameter: ParameterObject): ParameterDescriptor {
  const facts = parameter["x-ldusage"] ?? {};
  const repeatable = parameter.schema?.type === "array";
  const schema = (repeatable ? parameter.schema?.items : parameter.schema) ?? {};
  const fallback = schema.default ?? facts["default"];
  return {
    name: parameter.name,
    place: parameter.in === "path" ? "path" : "query",
    required: parameter.required === true,
    repeatable,
    // Derive writes only the roles that the type lists.
    role: facts["role"] as ParameterDescriptor["role"],
    ...(schema.enum === undefined ? {} : { values: schema.enum.map(String) }),
    ...(fallback === undefined || fallback === null ? {} : { default: String(fallback) }),
    ...(typeof facts["dimension"] === "string" ? { dimension: facts["dimension"] } : {}),
    ...(typeof facts["requiresExactlyOne"] === "string"
      ? { requiresExactlyOne: facts["requiresExactlyOne"] }
      : {}),
  };
}

/** The facts about the service as a whole: servers, authentication and version headers. */
export function describeService(document: OpenApiDocument): ServiceDescriptor {
  const { versionHeader, versionValue, minutesPerServiceConnection } = document["x-ldusage"] ?? {};
  const scheme = Object.values(document.components.securitySchemes ?? {}).find(
    (entry) => entry.in === "header",
  );
  if (typeof versionHeader !== "string" || typeof versionValue !== "string" || scheme?.name === undefined) {
    throw new SpecError("compile", "document", "it names no version header or no authentication header");
  }
  if (typeof minutesPerServiceConnection !== "number" || !(minutesPerServiceConnection > 0)) {
    throw new SpecError("compile", "document", "minutesPerServiceConnection is not a positive number");
  }
  const server = (region: string): string => {
    const url = document.servers?.find((entry) => entry["x-ldusage-region"] === region)?.url;
    if (url === undefined)
      throw new SpecError("compile", "servers", `there is none for the region "${region}"`);
    return url;
  };
  return {
    servers: { us: server("us"), eu: server("eu"), federal: server("federal") },
    authenticationHeader: scheme.name,
    versionHeader,
    versionValue,
    minutesPerServiceConnection,
  };
}
