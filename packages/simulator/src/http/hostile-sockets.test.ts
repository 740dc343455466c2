import { connect } from "node:net";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { createSimulator } from "../create-simulator.ts";
import type { Listening } from "./listen.ts";

const simulator = createSimulator({ contexts: 5, days: 40 });
const failures: unknown[] = [];
const remember = (error: unknown): void => {
  failures.push(error);
};
let server: Listening;

beforeAll(async () => {
  process.on("uncaughtExceptionMonitor", remember).on("unhandledRejection", remember);
  server = await simulator.listen();
});
afterAll(async () => {
  process.off("uncaughtExceptionMonitor", remember).off("unhandledRejection", remember);
  await server.close();
});

/** Sends bytes, and gives what comes back until the other side closes. */
function send(bytes: string | Buffer): Promise<string> {
  return new Promise((resolve) => {
    const socket = connect(server.port, "127.0.0.1");
    let answer = "";
    socket
      .on("data", (data) => {
        answer += data.toString("latin1");
      })
      // A reset is an answer, too, after part of what was sent.
      .on("error", () => {})
      .on("close", () => resolve(answer));
    socket.end(bytes);
  });
}

const statusOf = (answer: string): string => /^HTTP\/1\.1 (\d{3})/.exec(answer)?.[1] ?? "closed";
const end = "Host: x\r\nConnection: close\r\n\r\n";
const auth = "Authorization: a\r\nLD-API-Version: beta\r\n";
const request = (target: string, more = ""): string => `GET ${target} HTTP/1.1\r\n${more}${end}`;
const path = "/api/v2/usage/total-mau";

describe("a malformed request is refused or closed, and the server goes on", () => {
  test.each<[string, string | Buffer, readonly string[]]>([
    ["nothing", "", ["closed"]],
    ["garbage", "\u0000\u0001\u0002 garbage\r\n\r\n", ["400"]],
    ["the start of a TLS handshake", Buffer.from([0x16, 0x03, 0x01, 0x02, 0x00, 0x01, 0xff]), ["400"]],
    ["half a request line", "GET /", ["400", "closed"]],
    ["half of the headers", `GET ${path} HTTP/1.1\r\nHost: `, ["400", "closed"]],
    ["no version", "GET /\r\n\r\n", ["200", "400"]],
    ["an unknown version", "GET / HTTP/9.9\r\nHost: x\r\n\r\n", ["400", "505"]],
    ["no host", "GET / HTTP/1.1\r\nConnection: close\r\n\r\n", ["400"]],
    ["an old version without a host", "GET / HTTP/1.0\r\n\r\n", ["200"]],
    ["a host that is none", "GET / HTTP/1.1\r\nHost: a b/<>\r\nConnection: close\r\n\r\n", ["400"]],
    ["a NUL in the target", request(`${path}?a=\u0000`), ["400"]],
    ["a NUL in a header", request(path, "X-A: a\u0000b\r\n"), ["400"]],
    ["an encoded NUL", request(`${path}%00?sdkName=%00`, auth), ["404"]],
    ["bytes that are no UTF-8", Buffer.from(request(`/\u00ff\u00fe`, auth), "latin1"), ["400", "404"]],
    ["broken percent-encoding", request("/%zz/%ff%/..%2f%c0%ae", auth), ["404"]],
    ["broken percent-encoding of a place", request("/api/v2/usage/evaluations/%ff/%zz/%", auth), ["404"]],
    ["an absolute target", request(`http://other.example${path}`, auth), ["200"]],
    ["an absolute target that is none", request("http://[", auth), ["400"]],
    ["another scheme", request("ftp://x/", auth), ["400", "404"]],
    ["an asterisk", `OPTIONS * HTTP/1.1\r\n${end}`, ["204", "400"]],
    ["steps up", request("/../../etc/passwd", auth), ["404"]],
    ["backslashes", request("/\\..\\x", auth), ["400", "404"]],
    ["two slashes", request(`//evil.example${path}`, auth), ["404"]],
    ["a URL of a megabyte", request(`/${"a".repeat(1_000_000)}`, auth), ["431", "closed"]],
    ["a huge header", request(path, `X-A: ${"a".repeat(1_000_000)}\r\n`), ["431", "closed"]],
    ["many headers", request(path, `${auth}${"X: y\r\n".repeat(1900)}`), ["200", "400", "431"]],
    ["a negative length", `POST ${path} HTTP/1.1\r\nContent-Length: -1\r\n${end}`, ["400"]],
    ["two lengths", `POST ${path} HTTP/1.1\r\nContent-Length: 1\r\nContent-Length: 2\r\n${end}x`, ["400"]],
    [
      "a broken chunk",
      `POST ${path} HTTP/1.1\r\nTransfer-Encoding: chunked\r\n${auth}${end}zz\r\n`,
      ["400", "405", "closed"],
    ],
    [
      "a body that never comes",
      `POST ${path} HTTP/1.1\r\nContent-Length: 9\r\n${auth}${end}`,
      ["400", "405", "closed"],
    ],
    ["an unknown verb", `BREW ${path} HTTP/1.1\r\n${end}`, ["400"]],
    ["TRACE", `TRACE ${path} HTTP/1.1\r\n${auth}${end}`, ["405"]],
    ["CONNECT", `CONNECT x:1 HTTP/1.1\r\n${end}`, ["closed"]],
    [
      "an upgrade",
      `GET ${path} HTTP/1.1\r\nUpgrade: websocket\r\n${auth}Host: x\r\nConnection: close, Upgrade\r\n\r\n`,
      ["200"],
    ],
    ["an expectation", `GET / HTTP/1.1\r\nExpect: miracles\r\n${end}`, ["417"]],
  ])("%s", async (_name, bytes, statuses) => {
    expect(statuses).toContain(statusOf(await send(bytes)));
    expect(statusOf(await send(request(path, auth)))).toBe("200");
    expect(failures).toEqual([]);
  });

  test("random bytes", async () => {
    for (let seed = 1; seed <= 200; seed += 1) {
      let state = seed;
      const bytes = Buffer.alloc(200).map(() => {
        state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0;
        return state >>> 16;
      });
      const start = seed % 2 === 0 ? Buffer.from(`GET /`) : Buffer.alloc(0);
      expect(["400", "closed", "431"]).toContain(statusOf(await send(Buffer.concat([start, bytes]))));
    }
    expect(statusOf(await send(request(path, auth)))).toBe("200");
    expect(failures).toEqual([]);
  });
});

describe("in this process", () => {
  const ask = async (target: string, init: RequestInit = {}): Promise<number> =>
    (await simulator.fetch(new Request(`http://x${target}`, { headers: { Authorization: "a" }, ...init })))
      .status;

  test("a URL of a megabyte is answered", async () => {
    expect(await ask(`/${"a".repeat(1_000_000)}`)).toBe(404);
    expect(await ask(`/${"%e".repeat(50_000)}`)).toBe(404);
    const version = { headers: { Authorization: "a", "LD-API-Version": "beta" } };
    expect(await ask(`${path}?${"sdkName=a&".repeat(100_000)}`, version)).toBe(200);
  });

  test("a request with a body is refused without reading it", async () => {
    const version = { Authorization: "a", "LD-API-Version": "beta" };
    expect(await ask(path, { method: "POST", body: "x".repeat(1_000_000), headers: version })).toBe(405);
  });
});
