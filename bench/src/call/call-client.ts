/** Makes the one call that all clients are measured by, and gives what its body says. */
export type Call = () => Promise<unknown>;

/** A way to make the call. */
export interface CallClient {
  /**
   * Gets ready to call a server.
   *
   * @param baseUrl What comes before the path of the operation.
   */
  createCall(baseUrl: string): Call;
}

/** What every client sends. */
export const request = {
  accessToken: "api-0123456789abcdef0123456789abcdef",
  path: "/api/v2/usage/mau",
  from: "2026-10-01",
  to: "2026-11-01",
} as const;

export const headers: Readonly<Record<string, string>> = {
  Authorization: request.accessToken,
  "LD-API-Version": "beta",
};

/** A day as the server wants it. */
export function epochMsText(day: string): string {
  return String(Date.parse(day));
}
