import { epochMsOf, refuseParameter } from "@ldusage/types/runtime";
import type { WireOperation } from "../core/wire-operation.ts";

const dayMs = 86_400_000;

/** The parameters of a call in the form that goes over the wire. */
export interface EncodedParameters {
  /** The parts of the path; absent when it has none. */
  readonly path?: Readonly<Record<string, unknown>>;
  readonly query: Readonly<Record<string, unknown>>;
}

/**
 * Writes the parameters of a call as the operation wants them, times in its unit. In seconds a start is rounded down
 * and an end is rounded up, so that nothing that was asked for is lost.
 *
 * @throws UsageInputError for what is no time, and for a part of the path that would lead somewhere else.
 */
export function encodeParameters(operation: WireOperation, parameters: object): EncodedParameters {
  const query: Record<string, unknown> = { ...parameters, ...encodeRange(operation, parameters) };
  if (!operation.path.includes("{")) return { query };
  const path: Record<string, unknown> = {};
  for (const part of operation.path.split("{").slice(1)) {
    const name = part.slice(0, part.indexOf("}"));
    path[name] = checkPathPart(operation, name, query[name]);
    delete query[name];
  }
  return { path, query };
}

function checkPathPart(operation: WireOperation, name: string, value: unknown): unknown {
  if (value === undefined) {
    throw refuseParameter(operation, name, value, "it is a part of the path", "give it");
  }
  // Each would name another path once the URL is normalised, as would a list of such.
  if (typeof value !== "string" || value === "" || value === "." || value === "..") {
    throw refuseParameter(operation, name, value, "it would change the path", "give a key");
  }
  return value;
}

function encodeRange(operation: WireOperation, parameters: object): Record<string, string> {
  const { rangeStart = "", rangeEnd = "", timeUnit, maxRangeDays } = operation;
  const { startMs, endMs } = readRange(operation, parameters);
  const unitMs = timeUnit === "s" ? 1000 : 1;
  const range: Record<string, string> = {};
  let earliest = Number.NEGATIVE_INFINITY;
  // `-0` and exponents do not occur: times are bounded and rounded.
  if (endMs !== undefined) {
    const end = Math.ceil(endMs / unitMs);
    range[rangeEnd] = String(end);
    // Rounding both ways can make a range of exactly the longest length longer by one unit.
    if (maxRangeDays !== undefined) earliest = end - (maxRangeDays * dayMs) / unitMs;
  }
  if (startMs !== undefined) range[rangeStart] = String(Math.max(Math.floor(startMs / unitMs), earliest));
  return range;
}

/** The ends of a range in milliseconds since the Unix epoch, where they are given. */
export function readRange(
  { operationId, rangeStart, rangeEnd }: WireOperation,
  parameters: object,
): { readonly startMs: number | undefined; readonly endMs: number | undefined } {
  const read = (parameter: string | undefined): number | undefined => {
    const input = parameter === undefined ? undefined : Reflect.get(parameters, parameter);
    return parameter === undefined || input === undefined
      ? undefined
      : epochMsOf(input, { operationId, parameter });
  };
  return { startMs: read(rangeStart), endMs: read(rangeEnd) };
}
