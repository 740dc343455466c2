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

  toResponse(): Response {
    const { message, code, status } = this;
    return Response.json({ ...(code === undefined ? {} : { code }), message }, { status });
  }
}

/** The refusal with the body that the API documents for a status, where it documents one. */
export function documentedRefusal(status: number): Refusal | undefined {
  return status in documentedBodies ? new Refusal(status) : undefined;
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
