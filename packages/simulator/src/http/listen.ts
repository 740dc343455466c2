import type { ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { createAdaptorServer } from "@hono/node-server";
import { RESPONSE_ALREADY_SENT } from "@hono/node-server/utils/response";
import { refuseOption } from "@ldusage/types/errors";
import { checkWholeNumber } from "../check-whole-number.ts";
import { comesInPieces } from "../faults/fault.ts";
import type { Exchange } from "./exchange.ts";
import { writeAnswer } from "./write-answer.ts";

/**
 * Where a server listens.
 *
 * @example
 * ```ts
 * import { createSimulator, type ListenOptions } from "@ldusage/simulator";
 *
 * const anyFreePort: ListenOptions = { port: 0, host: "localhost" };
 * const server = await createSimulator().listen(anyFreePort);
 * server.url === `http://localhost:${server.port}`; //=> true
 * await server.close();
 * ```
 */
export interface ListenOptions {
  /** TCP port; 0 takes a free one. @default 0 */
  readonly port?: number | undefined;
  /**
   * Address or name of an interface of this machine. `"0.0.0.0"` or `"::"` lets other machines in. @default
   * "127.0.0.1", this machine alone
   */
  readonly host?: string | undefined;
}

/**
 * A running server.
 *
 * @example
 * ```ts
 * import { createSimulator, type Listening } from "@ldusage/simulator";
 *
 * const server: Listening = await createSimulator().listen();
 * server.url; //=> `http://127.0.0.1:${server.port}`
 * await server.close();
 * ```
 */
export interface Listening {
  /** Origin to give to a client as `baseUrl`. */
  readonly url: string;
  readonly port: number;
  /**
   * Stops the server and ends its connections.
   *
   * @example
   * ```ts
   * import { createSimulator } from "@ldusage/simulator";
   *
   * const server = await createSimulator().listen();
   * await server.close();
   * ```
   */
  close(): Promise<void>;
}

/**
 * Serves an exchange over HTTP. Rejects when the port cannot be had.
 *
 * @throws UsageInputError for a port or a host that cannot be.
 */
export async function listen(
  exchange: Exchange,
  { port = 0, host = "127.0.0.1" }: ListenOptions,
): Promise<Listening> {
  checkWholeNumber("port", port, 0, 65_535);
  if (typeof host !== "string" || host === "") {
    throw refuseOption("host", host, "it is no name or address", "give one such as 127.0.0.1");
  }
  const server = createAdaptorServer({
    // What serves HTTP/1, as this does, hands over an HTTP/1 response.
    fetch: (request, { outgoing }) => answerOver(exchange, request, outgoing as ServerResponse),
    // Stands in for the host that a request of HTTP/1.0 need not name.
    hostname: hostOfUrl(host),
    overrideGlobalObjects: false,
  });
  await new Promise<void>((resolve, reject) => {
    server.once("listening", resolve);
    // Stays for good: later failures, such as too many open files, must not end the process.
    server.on("error", reject);
    server.listen(port, host);
  });
  // A TCP server has an address object, never a pipe's name.
  const address = server.address() as AddressInfo;
  return {
    url: `http://${hostOfUrl(host)}:${address.port}`,
    port: address.port,
    close: () =>
      new Promise((resolve, reject) => {
        server.close((error) => (error === undefined ? resolve() : reject(error)));
        if ("closeAllConnections" in server) server.closeAllConnections();
      }),
  };
}

/** A server on every interface is asked on this machine's own. */
function hostOfUrl(host: string): string {
  if (host === "0.0.0.0") return "127.0.0.1";
  if (host === "::") return "[::1]";
  return host.includes(":") ? `[${host}]` : host;
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
