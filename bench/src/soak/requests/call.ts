import type { OperationDescriptor, ParameterDescriptor } from "@ldusage/types/catalog";

/** What is asked of an operation. */
export interface Call {
  readonly operation: OperationDescriptor;
  readonly pathValues: ReadonlyMap<string, string>;
  readonly query: readonly (readonly [name: string, value: string])[];
}

export function withRole(
  { parameters }: OperationDescriptor,
  role: ParameterDescriptor["role"],
): ParameterDescriptor | undefined {
  return parameters.find((parameter) => parameter.role === role && parameter.place === "query");
}

/** The call with these values, and no others, of a query parameter. */
export function withValues(call: Call, name: string | undefined, values: readonly string[]): Call {
  if (name === undefined) return call;
  const others = call.query.filter(([other]) => other !== name);
  return { ...call, query: [...others, ...values.map((value) => [name, value] as const)] };
}

/** Path and query, percent-encoded. */
export function targetOf({ operation, pathValues, query }: Call): string {
  const path = operation.path.replace(/\{([^}]+)\}/g, (_match, name: string) =>
    encodeURIComponent(pathValues.get(name) ?? ""),
  );
  const pairs = query.map(([name, value]) => `${encodeURIComponent(name)}=${encodeURIComponent(value)}`);
  return pairs.length === 0 ? path : `${path}?${pairs.join("&")}`;
}
