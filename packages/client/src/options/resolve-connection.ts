import { systemClock } from "../clock.ts";
import { checkAccessToken } from "../transport/access-token.ts";
import type { Transport, TransportSettings } from "../transport/send-request.ts";
import { checkCount } from "./check-duration.ts";
import type { ConnectionOptions } from "./client-options.ts";
import { resolveBaseUrl } from "./resolve-base-url.ts";

/** The connection in the form that the client works with. */
export interface Connection extends TransportSettings {
  readonly baseUrl: string;
  /** The chosen region; `undefined` when a base URL was given instead. */
  readonly region: string | undefined;
}

/**
 * Fills in the defaults and checks what was given.
 *
 * @throws UsageInputError naming the option. The token itself is never part of an error.
 */
export function resolveConnection(options: ConnectionOptions): Connection {
  const { accessToken, maxResponseBytes = 67_108_864, clock = systemClock } = options;
  if (typeof accessToken !== "function") checkAccessToken(accessToken);
  checkCount("maxResponseBytes", maxResponseBytes, 1);
  const region = options.baseUrl === undefined ? (options.region ?? "us") : undefined;
  const baseUrl = resolveBaseUrl(options);
  const transport = resolveTransport(options.fetch);
  return {
    accessToken,
    baseUrl,
    region,
    origin: new URL(baseUrl).origin,
    transport,
    maxResponseBytes,
    clock,
  };
}

// A redirect could carry the token to another host, so that none is ever followed.
const redirect = "manual";

function resolveTransport(given: ConnectionOptions["fetch"]): Transport {
  if (given === undefined) {
    // Looked up at each call, so that a `fetch` that is replaced later is the one that is used.
    return (request, init) => globalThis.fetch(request, { ...init, redirect });
  }
  // The signal of a Request goes silent when the Request is collected, which somebody may hold no longer than to read
  // the signal from it. So each is held until its response has come, and then for as long as that is.
  const sent = new Set<Request>();
  const requestOf = new WeakMap<Response, Request>();
  return async (request, init) => {
    const own = new Request(request, { ...init, redirect });
    sent.add(own);
    try {
      const response = await given(own);
      // What is no object is refused where responses are looked at.
      if (Object(response) === response) requestOf.set(response, own);
      return response;
    } finally {
      sent.delete(own);
    }
  };
}
