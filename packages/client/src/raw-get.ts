/** The part of an openapi-fetch client that a call needs, without types that depend on the path. */
export type RawGet = (
  path: string,
  init: {
    readonly params: object;
    readonly parseAs: "text" | "stream";
    readonly headers?: Readonly<Record<string, string>>;
    readonly signal?: AbortSignal;
    readonly fetch?: (request: Request) => Promise<Response>;
  },
) => Promise<{ readonly data?: unknown; readonly error?: unknown; readonly response: Response }>;
