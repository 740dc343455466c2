import { service } from "@ldusage/types/catalog";
import { UsageInputError } from "@ldusage/types/errors";
import { systemClock } from "../clock.ts";
import { checkAccessToken, hidden } from "../transport/access-token.ts";
import type { Transport, TransportSettings } from "../transport/send-request.ts";
import { checkCount } from "./check-duration.ts";
import type { ConnectionOptions } from "./client-options.ts";

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
  const baseUrl = resolveBaseUrl(options, region);
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
  return async (request, signal) => given(new Request(request, { signal, redirect }));
}

function resolveBaseUrl(
  { baseUrl, region, allowInsecure }: ConnectionOptions,
  name: string | undefined,
): string {
  if (baseUrl === undefined) {
    const { servers } = service;
    if (name !== undefined && isRegion(name)) return servers[name];
    throw refuse("region", name, "there is no such region", `use one of ${Object.keys(servers).join(", ")}`);
  }
  if (region !== undefined) {
    throw refuse("baseUrl", hidden, "a region is given too", "give either region or baseUrl");
  }
  return checkBaseUrl(baseUrl, allowInsecure === true);
}

function isRegion(name: string): name is keyof typeof service.servers {
  return Object.hasOwn(service.servers, name);
}

function checkBaseUrl(baseUrl: string, allowInsecure: boolean): string {
  const wayOut = "give an origin such as https://app.launchdarkly.com";
  const url = URL.canParse(baseUrl) ? new URL(baseUrl) : undefined;
  if (url === undefined) throw refuse("baseUrl", hidden, "it is not an absolute URL", wayOut);
  if (url.username !== "" || url.password !== "" || url.search !== "" || url.hash !== "") {
    throw refuse("baseUrl", hidden, "it holds credentials, a query or a fragment", wayOut);
  }
  const isSafe =
    url.protocol === "https:" || (url.protocol === "http:" && (allowInsecure || isLoopback(url)));
  if (isSafe) return baseUrl;
  throw refuse("baseUrl", baseUrl, "only https: may carry an access token, except on loopback", wayOut);
}

function isLoopback({ hostname }: URL): boolean {
  return hostname === "localhost" || hostname === "[::1]" || /^127(?:\.\d{1,3}){3}$/.test(hostname);
}

function refuse(parameter: string, value: unknown, rule: string, wayOut: string): UsageInputError {
  return new UsageInputError({ parameter, value, rule, wayOut });
}
