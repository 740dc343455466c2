import { SpecError } from "../openapi/document.ts";
import { downloadTimeoutMs, largestDocumentBytes, mostRedirects } from "../openapi/limits.ts";
import { tooLarge } from "./read-source-file.ts";
import { syncError } from "./sync-error.ts";

export interface DownloadOptions {
  readonly fetch: typeof fetch;
  readonly signal?: AbortSignal | undefined;
  /** Longest time for everything together. @default 120_000 */
  readonly timeoutMs?: number | undefined;
}

/**
 * The bytes behind a URL. Redirects are followed within the host alone.
 *
 * @throws SpecError that names the URL without its query, which may hold secrets; the signal's reason when it aborts.
 */
export async function download(url: URL, options: DownloadOptions): Promise<Uint8Array> {
  const { signal, timeoutMs = downloadTimeoutMs } = options;
  const name = showUrl(url);
  const controller = new AbortController();
  const timer = setTimeout(() => controller.abort(new TimedOut()), timeoutMs);
  const abort = (): void => controller.abort(signal?.reason);
  signal?.addEventListener("abort", abort, { once: true });
  try {
    signal?.throwIfAborted();
    const response = await follow(url, options.fetch, controller.signal);
    return await readBody(response, name);
  } catch (error) {
    signal?.throwIfAborted();
    if (error instanceof SpecError) throw error;
    if (controller.signal.aborted) {
      throw syncError(name, `the download took longer than ${timeoutMs} ms`, "Try again later");
    }
    throw syncError(name, `the download failed or ended early: ${causeOf(error)}`, "Try again later");
  } finally {
    clearTimeout(timer);
    signal?.removeEventListener("abort", abort);
  }
}

class TimedOut extends Error {
  override readonly name = "TimedOut";
}

async function follow(start: URL, send: typeof fetch, signal: AbortSignal): Promise<Response> {
  let url = start;
  for (let redirects = 0; redirects <= mostRedirects; redirects += 1) {
    const response = await send(url, {
      redirect: "manual",
      signal,
      headers: { accept: "application/json, application/yaml;q=0.9, */*;q=0.5" },
    });
    if (response.status === 200) return response;
    await response.body?.cancel();
    const location = response.headers.get("location");
    if (response.status < 300 || response.status >= 400 || location === null) {
      throw syncError(
        showUrl(url),
        `the server answered with status ${response.status}`,
        "Check the address",
      );
    }
    url = redirected(url, location);
  }
  throw syncError(showUrl(start), `it redirects more than ${mostRedirects} times`, "Check the address");
}

function redirected(from: URL, location: string): URL {
  const to = URL.canParse(location, from) ? new URL(location, from) : undefined;
  if (to?.host === from.host && to.protocol === from.protocol) return to;
  throw syncError(
    showUrl(from),
    `it redirects to ${to === undefined ? "something that is no URL" : showUrl(to)}, and only redirects within a host are followed`,
    "If that is where upstream publishes the document now, give that URL",
  );
}

async function readBody(response: Response, name: string): Promise<Uint8Array> {
  if (/^text\/html\b/i.test(response.headers.get("content-type") ?? "")) {
    await response.body?.cancel();
    throw syncError(name, "the server answered with a web page, not a document", "Check the address");
  }
  const chunks: Uint8Array[] = [];
  let received = 0;
  for await (const chunk of response.body ?? []) {
    chunks.push(chunk);
    received += chunk.byteLength;
    if (received > largestDocumentBytes) throw tooLarge(name);
  }
  checkLength(response, received, name);
  return Buffer.concat(chunks, received);
}

function checkLength({ headers }: Response, received: number, name: string): void {
  const announced = headers.get("content-length");
  // With an encoding, the length is that of the encoded bytes.
  if (announced === null || headers.has("content-encoding") || Number(announced) === received) return;
  throw syncError(
    name,
    `the download is cut short: ${received} bytes arrived, ${announced} were announced`,
    "Try again later",
  );
}

/** A URL without its credentials and query: errors and reports are copied around. */
export function showUrl(url: URL): string {
  return `${url.protocol}//${url.host}${url.pathname}`;
}

// What fetch throws says little; its cause says more.
function causeOf(error: unknown): string {
  const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error;
  return cause instanceof Error ? cause.message : String(cause);
}
