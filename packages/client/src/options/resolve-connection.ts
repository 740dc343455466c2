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
  // The global one is looked up at each call, so that a `fetch` that is replaced later is the one that is used.
  if (given === undefined) return (request, signal) => globalThis.fetch(request, { signal, redirect });
  return async (request, signal) => {
    const response = await given(new Request(request, { signal, redirect }));
    return response;
  };
}
