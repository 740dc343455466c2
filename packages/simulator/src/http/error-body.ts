/** A refusal with the body that the API documents for it. */
export class Refusal extends Error {
  override readonly name = "Refusal";
  readonly status: number;
  readonly code: string | undefined;

  constructor(status: number, message: string, options: { readonly withCode: boolean } = { withCode: true }) {
    super(message);
    this.status = status;
    this.code = options.withCode ? codes[status] : undefined;
  }

  toResponse(): Response {
    const { message, code, status } = this;
    return Response.json({ ...(code === undefined ? {} : { code }), message }, { status });
  }
}

const codes: Readonly<Record<number, string>> = {
  400: "invalid_request",
  401: "unauthorized",
  403: "forbidden",
  404: "not_found",
  405: "method_not_allowed",
};
