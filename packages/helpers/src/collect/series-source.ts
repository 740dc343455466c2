/** Anything that can be asked for a response: the client, or a stand-in for it. */
export interface SeriesSource {
  request(
    operationId: string,
    parameters: object,
    options?: { readonly signal?: AbortSignal },
  ): Promise<{ readonly ok: true; readonly data: unknown } | { readonly ok: false; readonly error: unknown }>;
}
