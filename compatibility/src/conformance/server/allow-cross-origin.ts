import type { IncomingMessage, ServerResponse } from "node:http";

const exposed = [
  "Retry-After",
  "X-Ratelimit-Global-Remaining",
  "X-Ratelimit-Route-Remaining",
  "X-Ratelimit-Reset",
];

/** Lets pages of any origin read the answer, as the API does. Returns whether a preflight was answered by it. */
export function allowCrossOrigin(request: IncomingMessage, response: ServerResponse): boolean {
  const { origin } = request.headers;
  response.setHeader("Access-Control-Allow-Origin", origin ?? "*");
  response.setHeader("Vary", "Origin");
  response.setHeader("Access-Control-Expose-Headers", exposed.join(", "));
  if (request.method !== "OPTIONS") return false;
  response.setHeader("Access-Control-Allow-Headers", "Authorization, LD-API-Version");
  response.setHeader("Access-Control-Allow-Methods", "OPTIONS, GET");
  response.setHeader("Access-Control-Max-Age", "300");
  response.writeHead(204).end();
  return true;
}
