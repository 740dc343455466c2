import type { ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { serve } from "@hono/node-server";
import { RESPONSE_ALREADY_SENT } from "@hono/node-server/utils/response";
import { comesInPieces } from "../faults/fault.ts";
import type { Exchange } from "./exchange.ts";
import { writeAnswer } from "./write-answer.ts";

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

/** Serves an exchange over HTTP on 127.0.0.1. Rejects when the port cannot be had. */
export async function listen(exchange: Exchange, { port = 0 }: ListenOptions): Promise<Listening> {
  const server = serve({
    // What serves HTTP/1, as this does, hands over an HTTP/1 response.
    fetch: (request, { outgoing }) => answerOver(exchange, request, outgoing as ServerResponse),
    port,
    hostname: "127.0.0.1",
    overrideGlobalObjects: false,
  });
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

async function answerOver(exchange: Exchange, request: Request, outgoing: ServerResponse): Promise<Response> {
  try {
    const { response, fault } = await exchange(request);
    if (response === undefined) outgoing.destroy();
    else if (!comesInPieces(fault)) return response;
    else await writeAnswer(response, outgoing);
  } catch (error) {
    // A defect of the options, such as a fault that cannot be. A reader who has left needs no answer.
    if (!request.signal.aborted) return new Response(String(error), { status: 500 });
  }
  return RESPONSE_ALREADY_SENT;
}
