import type { AddressInfo } from "node:net";
import { createServer, type Server, type Socket } from "node:net";
import { gzipSync } from "node:zlib";

/** A body that every kind of operation accepts. */
export const goodBody =
  '{"_links":{},"metadata":[{}],"series":[{"time":1677888000000,"0":2}],"sdks":["Go"],"sdkVersions":[{"sdk":"Go","version":"1"}],"extra":1}';

const zipped = gzipSync(goodBody);
const bomb = gzipSync(Buffer.alloc(50_000_000, " "));
const json = "Content-Type: application/json\r\n";

function answer(socket: Socket, status: string, headers: string, body: string | Buffer): void {
  const bytes = Buffer.from(body);
  const head = `HTTP/1.1 ${status}\r\nConnection: close\r\nContent-Length: ${bytes.length}\r\n${headers}\r\n`;
  socket.end(Buffer.concat([Buffer.from(head), bytes]));
}

function good(socket: Socket): void {
  answer(socket, "200 OK", json, goodBody);
}

function reset(socket: Socket): void {
  socket.resetAndDestroy();
}

/** Writes zeros for ever, as fast as they are taken. */
function flood(socket: Socket, chunk: Buffer): void {
  const more = (): void => {
    while (socket.writable && socket.write(chunk));
  };
  socket.on("drain", more);
  more();
}

/** How each fault answers, given how many requests for it came before. */
const faults = {
  none: good,
  "reset before the response": reset,
  "reset within the headers": (socket: Socket) => {
    socket.write("HTTP/1.1 200 OK\r\nContent-Le", () => reset(socket));
  },
  "reset within the body": (socket: Socket) => {
    const head = `HTTP/1.1 200 OK\r\n${json}Content-Length: ${goodBody.length}\r\n\r\n`;
    socket.write(head + goodBody.slice(0, 40), () => setTimeout(reset, 20, socket));
  },
  "end within the body": (socket: Socket) => {
    socket.end(
      `HTTP/1.1 200 OK\r\n${json}Content-Length: ${goodBody.length}\r\n\r\n${goodBody.slice(0, 40)}`,
    );
  },
  "end within a chunk": (socket: Socket) => {
    socket.end(`HTTP/1.1 200 OK\r\n${json}Transfer-Encoding: chunked\r\n\r\n80\r\n${goodBody.slice(0, 40)}`);
  },
  "no HTTP at all": (socket: Socket) => {
    socket.end("220 mail.test ESMTP ready\r\n");
  },
  "half a JSON": (socket: Socket) => answer(socket, "200 OK", json, goodBody.slice(0, 40)),
  "an empty body": (socket: Socket) => answer(socket, "200 OK", json, ""),
  "no content": (socket: Socket) => {
    socket.end("HTTP/1.1 204 No Content\r\nConnection: close\r\n\r\n");
  },
  "a sign-in page": (socket: Socket) =>
    answer(socket, "200 OK", "Content-Type: text/html\r\n", "<p>Sign in</p>"),
  "JSON as text/plain": (socket: Socket) =>
    answer(socket, "200 OK", "Content-Type: text/plain\r\n", goodBody),
  "bytes that are no UTF-8": (socket: Socket) =>
    answer(
      socket,
      "200 OK",
      json,
      Buffer.concat([Buffer.from(goodBody.slice(0, -2)), Buffer.from([0xff, 0x7d])]),
    ),
  gzip: (socket: Socket) => answer(socket, "200 OK", `${json}Content-Encoding: gzip\r\n`, zipped),
  "gzip cut short": (socket: Socket) =>
    answer(socket, "200 OK", `${json}Content-Encoding: gzip\r\n`, zipped.subarray(0, 60)),
  "a slow body": (socket: Socket) => {
    socket.write(`HTTP/1.1 200 OK\r\nConnection: close\r\n${json}Content-Length: ${goodBody.length}\r\n\r\n`);
    let position = 0;
    const timer = setInterval(() => {
      socket.write(goodBody.slice(position, position + 20));
      position += 20;
      if (position < goodBody.length) return;
      clearInterval(timer);
      socket.end();
    }, 5);
    socket.on("close", () => clearInterval(timer));
  },
  "silence before the headers": () => {},
  "silence after the headers": (socket: Socket) => {
    socket.write(`HTTP/1.1 200 OK\r\n${json}Content-Length: ${goodBody.length}\r\n\r\n`);
  },
  "silence within the body": (socket: Socket) => {
    socket.write(
      `HTTP/1.1 200 OK\r\n${json}Content-Length: ${goodBody.length}\r\n\r\n${goodBody.slice(0, 40)}`,
    );
  },
  "a body of 10 GB": (socket: Socket) => {
    socket.write(`HTTP/1.1 200 OK\r\n${json}Content-Length: 10000000000\r\n\r\n`);
    flood(socket, Buffer.alloc(65_536, " "));
  },
  "a body without end": (socket: Socket) => {
    socket.write(`HTTP/1.1 200 OK\r\n${json}Transfer-Encoding: chunked\r\n\r\n`);
    flood(socket, Buffer.concat([Buffer.from("10000\r\n"), Buffer.alloc(65_536, " "), Buffer.from("\r\n")]));
  },
  "a gzip bomb": (socket: Socket) => answer(socket, "200 OK", `${json}Content-Encoding: gzip\r\n`, bomb),
  "a storm of 429": (socket: Socket) =>
    answer(socket, "429 Too Many Requests", json, '{"code":"rate_limited"}'),
  "a storm of 429 with Retry-After": (socket: Socket) =>
    answer(socket, "429 Too Many Requests", `${json}Retry-After: 1\r\n`, "{}"),
  "a storm of 429 with a reset": (socket: Socket, _count: number, nowMs: number) =>
    answer(socket, "429 Too Many Requests", rateHeaders(nowMs + 2000), "{}"),
  "429 with a reset beyond the deadline": (socket: Socket, _count: number, nowMs: number) =>
    answer(socket, "429 Too Many Requests", rateHeaders(nowMs + 3_600_000), "{}"),
  "429 with a reset that is past": (socket: Socket, count: number, nowMs: number) =>
    count > 0 ? good(socket) : answer(socket, "429 Too Many Requests", rateHeaders(nowMs - 60_000), "{}"),
  "429 once": (socket: Socket, count: number) =>
    count > 0 ? good(socket) : answer(socket, "429 Too Many Requests", `${json}Retry-After: 1\r\n`, "{}"),
  "503 as HTML": (socket: Socket) =>
    answer(socket, "503 Service Unavailable", "Content-Type: text/html\r\n", "<h1>503</h1>"),
  "503 once, as HTML": (socket: Socket, count: number) =>
    count > 0 ? good(socket) : answer(socket, "503 Service Unavailable", "", "<h1>503</h1>"),
  "502 whose body breaks off": (socket: Socket) => {
    socket.end("HTTP/1.1 502 Bad Gateway\r\nContent-Length: 1000\r\n\r\n<h1>");
  },
  "500": (socket: Socket) => answer(socket, "500 Internal Server Error", json, "{}"),
  "400": (socket: Socket) => answer(socket, "400 Bad Request", json, '{"message":"date range too large"}'),
  "401": (socket: Socket) => answer(socket, "401 Unauthorized", json, '{"code":"unauthorized"}'),
  "403": (socket: Socket) => answer(socket, "403 Forbidden", json, '{"code":"forbidden"}'),
  "404": (socket: Socket) => answer(socket, "404 Not Found", json, '{"code":"not_found"}'),
  "a redirect loop": (socket: Socket) => answer(socket, "302 Found", "Location: /elsewhere\r\n", ""),
  "a reset once": (socket: Socket, count: number) => (count > 0 ? good(socket) : reset(socket)),
  "a broken body once": (socket: Socket, count: number) =>
    count > 0 ? good(socket) : socket.end(`HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\n{"`),
} satisfies Record<string, (socket: Socket, count: number, nowMs: number) => unknown>;

/** Name of a fault that the server can play. */
export type FaultName = keyof typeof faults;
export const faultNames: readonly FaultName[] = Object.keys(faults) as FaultName[]; // The keys are those names.

function rateHeaders(resetAtMs: number): string {
  return `${json}X-Ratelimit-Global-Remaining: 0\r\nX-Ratelimit-Reset: ${Math.round(resetAtMs)}\r\n`;
}

/** A server that writes whatever it likes to its sockets. */
export interface FaultServer {
  /** Base URL for calls that meet a fault. Each one counts its own requests. */
  baseUrl(fault: FaultName): string;
  /** Requests that came for a base URL, as text. */
  requests(baseUrl: string): readonly string[];
  /** The faults whose connections are open, one entry each. */
  openConnections(): readonly FaultName[];
  close(): Promise<void>;
}

/** Starts the server on 127.0.0.1. */
export async function startFaultServer(nowMs: () => number): Promise<FaultServer> {
  const sockets = new Map<Socket, FaultName>();
  const places: { readonly fault: FaultName; readonly requests: string[] }[] = [];
  const server: Server = createServer((socket) => {
    sockets.set(socket, "none");
    socket.on("close", () => sockets.delete(socket));
    socket.on("error", () => {}); // Resets are the point.
    let head = "";
    socket.on("data", (data) => {
      head += data;
      if (!head.includes("\r\n\r\n")) return;
      const place = places[Number(/^GET \/(\d+)\//.exec(head)?.[1])];
      if (place === undefined) return answer(socket, "404 Not Found", "", "");
      place.requests.push(head);
      sockets.set(socket, place.fault);
      faults[place.fault](socket, place.requests.length - 1, nowMs());
      head = "";
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  // The address of a server that listens on TCP is an object.
  const { port } = server.address() as AddressInfo;
  const origin = `http://127.0.0.1:${port}`;
  return {
    baseUrl: (fault) => `${origin}/${places.push({ fault, requests: [] }) - 1}`,
    requests: (baseUrl) => places[Number(baseUrl.slice(origin.length + 1))]?.requests ?? [],
    openConnections: () => [...sockets.values()],
    close: () =>
      new Promise((resolve) => {
        for (const socket of sockets.keys()) socket.destroy();
        server.close(() => resolve());
      }),
  };
}
