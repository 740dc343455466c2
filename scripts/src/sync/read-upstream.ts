import type { Finding } from "../openapi/finding.ts";
import { stableStringify } from "../openapi/json.ts";
import { decodeText } from "./decode-text.ts";
import { download, showUrl } from "./download.ts";
import { parseDocument } from "./parse-document.ts";
import { readSourceFile } from "./read-source-file.ts";
import { sliceDocument } from "./slice-document.ts";
import { syncError } from "./sync-error.ts";

/** Where upstream publishes its whole document. */
export const upstreamUrl = "https://app.launchdarkly.com/api/v2/openapi.json";

/** The slice of upstream's document, as the bytes of `spec/upstream.json`. */
export interface Upstream {
  readonly text: string;
  /** What was left out or looked odd. */
  readonly notices: readonly Finding[];
}

export interface ReadUpstreamOptions {
  readonly fetch: typeof fetch;
  readonly signal?: AbortSignal;
  /** Longest time for a download, redirects and all. @default 120_000 */
  readonly timeoutMs?: number;
}

/**
 * Reads upstream's whole document, JSON or YAML, from a file or an `https:` URL and cuts the slice of the usage
 * operations out of it. Plain `http:` is for this machine alone.
 *
 * @throws SpecError of the stage "sync", naming the place in the document and the way out.
 */
export async function readUpstream(source: string, options: ReadUpstreamOptions): Promise<Upstream> {
  const url = urlOf(source);
  const name = url === undefined ? source : showUrl(url);
  const bytes =
    url === undefined ? await readSourceFile(source, options.signal) : await download(url, options);
  const { slice, notices } = sliceDocument(parseDocument(decodeText(bytes, name), name), name);
  return { text: stableStringify(slice), notices };
}

function urlOf(source: string): URL | undefined {
  if (!/^[a-z][a-z\d+.-]*:\/\//i.test(source)) return undefined;
  if (!URL.canParse(source)) throw syncError("source", "it is not a URL", "Give a file or an https: URL");
  const url = new URL(source);
  const name = showUrl(url);
  if (url.username !== "" || url.password !== "") {
    throw syncError(name, "it has credentials in it", "The document is public; give the URL without them");
  }
  if (url.protocol === "https:" || (url.protocol === "http:" && isLoopback(url.hostname))) return url;
  const wayOut = "Give an https: URL; http: is for this machine alone, and files go by their path";
  throw syncError(name, `${url.protocol} is not read`, wayOut);
}

function isLoopback(hostname: string): boolean {
  return hostname === "localhost" || hostname === "[::1]" || /^127(?:\.\d{1,3}){3}$/.test(hostname);
}
