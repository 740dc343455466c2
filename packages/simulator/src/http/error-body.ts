import { hash32 } from "../account/seeded-random.ts";

/** The verbs that every path answers. */
export const allowedMethods = "GET, HEAD, OPTIONS";

/** A refusal with the body that the API documents for it. */
export class Refusal extends Error {
  override readonly name = "Refusal";
  readonly status: number;
  readonly code: string | undefined;

  /** @param message Stands in for the one documented for the status. */
  constructor(
    status: number,
    message?: string,
    options: { readonly withCode: boolean } = { withCode: true },
  ) {
    const documented = documentedBodies[status];
    super(message ?? documented?.message);
    this.status = status;
    this.code = options.withCode ? documented?.code : undefined;
  }

  /** @param id What support would ask for; absent where the API gives none. */
  toResponse(id?: string): Response {
    const { message, code, status } = this;
    const body = { ...(code !== undefined && { code }), message, ...(id !== undefined && { id }) };
    const headers: HeadersInit = status === 405 ? { Allow: allowedMethods } : {};
    return Response.json(body, { status, headers });
  }
}

/** The refusal with the body that the API documents for a status, where it documents one. */
export function documentedRefusal(status: number): Refusal | undefined {
  return status in documentedBodies ? new Refusal(status) : undefined;
}

/** An id in the form of a UUID that depends on the request and its refusal alone. */
export function errorIdOf({ method, url }: Request, { status }: Refusal): string {
  const digits = [0, 1, 2, 3].map((part) => hash32(method, url, status, part).toString(16).padStart(8, "0"));
  return digits.join("").replace(/^(.{8})(.{4})(.{4})(.{4})/, "$1-$2-$3-$4-");
}

const documentedBodies: Readonly<Record<number, { readonly code: string; readonly message: string }>> = {
  400: { code: "invalid_request", message: "Invalid request body" },
  401: { code: "unauthorized", message: "Invalid access token" },
  403: { code: "forbidden", message: "Forbidden. Access to the requested resource was denied." },
  404: { code: "not_found", message: "Invalid resource identifier" },
  405: { code: "method_not_allowed", message: "Method not allowed" },
  429: { code: "rate_limited", message: "You've exceeded the API rate limit. Try again later." },
  503: { code: "service_unavailable", message: "Requested service unavailable" },
};
