import type { ServiceDescriptor } from "@ldusage/types/catalog";
import { service } from "@ldusage/types/catalog";
import { UsageInputError } from "@ldusage/types/errors";

/** A LaunchDarkly instance. */
export type Region = keyof ServiceDescriptor["servers"];

export interface UsageClientOptions {
  /**
   * A personal or service access token. Sent bare in the `Authorization` header, without "Bearer".
   * SDK keys, mobile keys and client-side ids do not work.
   */
  readonly accessToken: string;
  /** The instance that holds the account. @default "us" */
  readonly region?: Region | undefined;
  /** Another server than the region's: a proxy, or a simulator. Plain `http:` only for loopback addresses. */
  readonly baseUrl?: string | undefined;
  /** The transport. @default globalThis.fetch */
  readonly fetch?: ((request: Request) => Promise<Response>) | undefined;
}

// In place of a value that holds a secret, or may hold one.
const hidden = "(not shown)";

/** The options in the form that the client works with. */
export interface ResolvedOptions {
  readonly accessToken: string;
  readonly baseUrl: string;
  readonly fetch: (request: Request) => Promise<Response>;
}

/**
 * Fills in the defaults and checks what was given.
 *
 * @throws UsageInputError naming the option. The token itself is never part of an error.
 */
export function resolveOptions(options: UsageClientOptions): ResolvedOptions {
  checkAccessToken(options.accessToken);
  // Looked up at each call, so that a `fetch` that is replaced later is the one that is used.
  const transport = options.fetch ?? ((request: Request) => globalThis.fetch(request));
  return { accessToken: options.accessToken, baseUrl: resolveBaseUrl(options), fetch: transport };
}

function checkAccessToken(accessToken: unknown): void {
  // What a header can carry as it is: anything else would surface in the runtime's own error, token and all.
  if (typeof accessToken === "string" && /^[\x21-\x7e]+$/.test(accessToken)) return;
  throw new UsageInputError({
    parameter: "accessToken",
    value: accessToken === undefined || accessToken === "" ? accessToken : hidden,
    rule: "an access token is a non-empty text of visible ASCII characters",
    wayOut: "give an access token of the account, for example from an environment variable",
  });
}

function resolveBaseUrl({ region, baseUrl }: UsageClientOptions): string {
  if (baseUrl !== undefined && region !== undefined) {
    throw refuse("baseUrl", hidden, "a region is given too", "give either region or baseUrl");
  }
  if (baseUrl !== undefined) return checkBaseUrl(baseUrl);
  const name = region ?? "us";
  if (!Object.hasOwn(service.servers, name)) {
    const regions = Object.keys(service.servers).join(", ");
    throw refuse("region", name, "there is no such region", `use one of ${regions}`);
  }
  return service.servers[name];
}

function checkBaseUrl(baseUrl: string): string {
  const wayOut = "give an origin such as https://app.launchdarkly.com";
  if (!URL.canParse(baseUrl)) throw refuse("baseUrl", hidden, "it is not an absolute URL", wayOut);
  const url = new URL(baseUrl);
  if (url.username !== "" || url.password !== "" || url.search !== "" || url.hash !== "") {
    throw refuse("baseUrl", hidden, "it holds credentials, a query or a fragment", wayOut);
  }
  if (url.protocol !== "https:" && !(url.protocol === "http:" && isLoopback(url.hostname))) {
    throw refuse("baseUrl", baseUrl, "only https: may carry an access token, except on loopback", wayOut);
  }
  return baseUrl;
}

function isLoopback(hostname: string): boolean {
  return hostname === "localhost" || hostname === "[::1]" || /^127(?:\.\d{1,3}){3}$/.test(hostname);
}

function refuse(parameter: string, value: unknown, rule: string, wayOut: string): UsageInputError {
  return new UsageInputError({ parameter, value, rule, wayOut });
}
