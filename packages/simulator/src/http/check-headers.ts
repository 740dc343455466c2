import { service } from "@ldusage/types/catalog";
import type { Switches } from "../simulator-options.ts";
import { Refusal } from "./error-body.ts";

/** Refuses a request without a usable token. */
export function checkToken(headers: Headers, accessToken: string | undefined): void {
  const given = headers.get(service.authenticationHeader) ?? "";
  // The API wants the bare token; a scheme before it makes another text of it.
  const accepted = accessToken === undefined ? given !== "" && !given.includes(" ") : given === accessToken;
  if (!accepted) throw new Refusal(401);
}

/** Refuses a request without the header that beta operations need. */
export function checkVersion(headers: Headers, { betaBody }: Switches): void {
  // Where the header is sent twice, the first value counts.
  const version = headers.get(service.versionHeader)?.split(",")[0]?.trim();
  if (version === service.versionValue) return;
  const wanted = `${service.versionHeader}: ${service.versionValue}`;
  const message = `This API is in beta. To use it, your request must include the header \`${wanted}\`.`;
  throw new Refusal(403, message, { withCode: betaBody === "code+message" });
}
