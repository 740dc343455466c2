import type { SeriesIdentity } from "./generate-response.ts";
import type { Shape } from "./shapes.ts";

/** A point of a parsed response: its `time`, and a number under the index of each series that has one. */
export type ParsedPoint = Readonly<Record<string, number | undefined>> & { readonly time: number };

export interface ParsedResponse {
  readonly metadata: readonly SeriesIdentity[];
  readonly series: readonly ParsedPoint[];
}

/** What everyone does with a response: the bytes as text, the text as objects. */
export function parseResponse(bytes: Uint8Array): ParsedResponse {
  return JSON.parse(new TextDecoder().decode(bytes));
}

/** A parsed response, and what one who asked for it knows: how wide its buckets are. */
export interface KnownResponse extends Pick<Shape, "granularity"> {
  readonly response: ParsedResponse;
}

export const parseKnownResponse = (bytes: Uint8Array, { granularity }: Shape): KnownResponse => ({
  response: parseResponse(bytes),
  granularity,
});
