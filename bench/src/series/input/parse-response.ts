import type { SeriesIdentity } from "./generate-response.ts";

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
