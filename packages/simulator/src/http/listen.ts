import type { AddressInfo } from "node:net";
import { serve } from "@hono/node-server";

export interface ListenOptions {
  /** TCP port; 0 takes a free one. @default 0 */
  readonly port?: number | undefined;
}

/** A running server. */
export interface Listening {
  /** Origin to give to a client as `baseUrl`. */
  readonly url: string;
  readonly port: number;
  /** Stops the server and ends its connections. */
  close(): Promise<void>;
}

/** Serves a Fetch handler over HTTP on 127.0.0.1. Rejects when the port cannot be had. */
export async function listen(
  handler: (request: Request) => Promise<Response>,
  { port = 0 }: ListenOptions,
): Promise<Listening> {
  const server = serve({ fetch: handler, port, hostname: "127.0.0.1", overrideGlobalObjects: false });
  await new Promise<void>((resolve, reject) => {
    server.once("listening", resolve);
    server.once("error", reject);
  });
  // A TCP server has an address object, never a pipe's name.
  const address = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${address.port}`,
    port: address.port,
    close: () =>
      new Promise((resolve, reject) => {
        server.close((error) => (error === undefined ? resolve() : reject(error)));
        if ("closeAllConnections" in server) server.closeAllConnections();
      }),
  };
}
