import { service } from "@ldusage/types/catalog";
import { allowedMethods } from "./error-body.ts";

// The documented sample of these headers lacks the version header. Pages of other origins do send it, though.
const allowedHeaders = ["Accept", "Content-Type", service.authenticationHeader, service.versionHeader].join(
  ", ",
);
const maxAgeSeconds = 300;

/**
 * Lets pages of any origin read an answer. No header is exposed, as none is documented to be: pages do not see the
 * budgets.
 */
export function allowOrigin({ headers }: Request, response: Response): Response {
  const origin = headers.get("Origin");
  response.headers.set("Access-Control-Allow-Origin", origin ?? "*");
  if (origin !== null) response.headers.append("Vary", "Origin");
  return response;
}

/** The answer to a browser that asks first whether it may send a request, and to any other such question. */
export function answerOptions(request: Request): Response {
  const headers = {
    Allow: allowedMethods,
    "Access-Control-Allow-Methods": "OPTIONS, GET, DELETE, PATCH",
    "Access-Control-Allow-Headers": allowedHeaders,
    "Access-Control-Max-Age": String(maxAgeSeconds),
  };
  return allowOrigin(request, new Response(null, { status: 204, headers }));
}
