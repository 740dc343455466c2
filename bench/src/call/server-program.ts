// What a child process does: answers every request with a body of the size that the address begins with, as fast as it
// can, and tells its port and how many requests there were.
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { answerOrders } from "../processes/answer-orders.ts";
import { bodies } from "./bodies.ts";
import type { ServerReply } from "./messages.ts";

const bodyOf: ReadonlyMap<string, Uint8Array> = new Map(Object.entries(bodies));
let requestCount = 0;
const server = createServer(({ url = "" }, response) => {
  requestCount += 1;
  const body = bodyOf.get(url.split("/")[1] ?? "");
  const headers = {
    "Content-Type": "application/json",
    "Content-Length": body?.length ?? 0,
    // A budget that is never short, told as the API tells it.
    "X-Ratelimit-Global-Remaining": 1_000_000,
    "X-Ratelimit-Route-Remaining": 1_000_000,
    "X-Ratelimit-Reset": Date.now() + 10_000,
  };
  response.writeHead(body === undefined ? 404 : 200, headers).end(body);
});
await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
// A TCP server has an address object, never a pipe's name.
const { port } = server.address() as AddressInfo;
answerOrders(async (): Promise<ServerReply> => {
  const reply = { port, requestCount };
  requestCount = 0;
  return reply;
});
