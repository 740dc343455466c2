import { refuseOption, service } from "@ldusage/types/runtime";
import { hidden } from "../transport/access-token.ts";
import type { ConnectionOptions } from "./client-options.ts";

/**
 * The base URL that the options name.
 *
 * @throws UsageInputError when they name none, two, or one that must not see a token.
 */
export function resolveBaseUrl({
  baseUrl,
  region,
  allowInsecure,
}: Pick<ConnectionOptions, "baseUrl" | "region" | "allowInsecure">): string {
  if (baseUrl === undefined) {
    const servers: Readonly<Record<string, string>> = service.servers;
    const name = region ?? "us";
    const server = Object.hasOwn(servers, name) ? servers[name] : undefined;
    if (server !== undefined) return server;
    throw refuseOption(
      "region",
      name,
      "there is no such region",
      `use one of ${Object.keys(servers).join(", ")}`,
    );
  }
  if (region !== undefined) {
    throw refuseOption("baseUrl", hidden, "a region is given too", "give either region or baseUrl");
  }
  return checkBaseUrl(baseUrl, allowInsecure === true);
}

function checkBaseUrl(baseUrl: string, allowInsecure: boolean): string {
  const wayOut = "give an origin such as https://app.launchdarkly.com";
  const url = URL.canParse(baseUrl) ? new URL(baseUrl) : undefined;
  if (url === undefined) throw refuseOption("baseUrl", hidden, "it is not an absolute URL", wayOut);
  if (url.username + url.password + url.search + url.hash !== "") {
    throw refuseOption("baseUrl", hidden, "it holds credentials, a query or a fragment", wayOut);
  }
  const isSafe =
    url.protocol === "https:" || (url.protocol === "http:" && (allowInsecure || isLoopback(url)));
  // As it will be asked: an empty query or fragment, or a space around it, would come before the paths.
  if (isSafe) return (url.origin + url.pathname).replace(/\/+$/, "");
  throw refuseOption("baseUrl", hidden, "only https: may carry an access token, except on loopback", wayOut);
}

// URLs come with their hosts in normal form, in which what ends in a number is an IPv4 address.
function isLoopback({ hostname }: URL): boolean {
  return /^(?:localhost|\[::1\]|127\.[\d.]+)$/.test(hostname);
}
