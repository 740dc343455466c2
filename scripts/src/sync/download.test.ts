import { readFile } from "node:fs/promises";
import { createServer, type RequestListener, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { afterEach, describe, expect, test } from "vitest";
import { repositoryRoot } from "../repository-root.ts";
import { readUpstream } from "./read-upstream.ts";

const slice = await readFile(join(repositoryRoot, "spec/upstream.json"), "utf8");
const servers: Server[] = [];
afterEach(() => {
  for (const server of servers.splice(0)) {
    server.closeAllConnections();
    server.close();
  }
});

async function serve(listener: RequestListener): Promise<string> {
  const server = createServer(listener);
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  // A server that listens on a port has an address with one.
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

const read = async (listener: RequestListener, path = "/openapi.json?token=secret"): Promise<string> =>
  (await readUpstream(`${await serve(listener)}${path}`, { fetch, timeoutMs: 30_000 })).text;

describe("a document is downloaded", () => {
  test("as it is, and compressed", async () => {
    expect(await read((_request, response) => response.end(slice))).toBe(slice);
    const zipped = gzipSync(slice);
    expect(
      await read((_request, response) =>
        response
          .writeHead(200, {
            "content-encoding": "gzip",
            "content-length": zipped.length,
            "content-type": "text/plain",
          })
          .end(zipped),
      ),
    ).toBe(slice);
  });

  test("through redirects within the host, without sending anything of its own", async () => {
    const seen: (string | undefined)[] = [];
    const text = await read((request, response) => {
      seen.push(`${request.url} ${request.headers.authorization ?? "-"}`);
      if (request.url === "/final") response.end(slice);
      else
        response.writeHead(302, { location: request.url === "/second" ? "final" : "/second" }).end("moved");
    }, "/first");
    expect(text).toBe(slice);
    expect(seen).toEqual(["/first -", "/second -", "/final -"]);
  });
});

describe("a download that fails is an error that names the address without its query", () => {
  const long = `{"openapi": "3.0.3", "x": "${"a".repeat(100_000)}`;
  test.each<[string, RequestListener, RegExp]>([
    [
      "an error status",
      (_request, response) => response.writeHead(503).end("down"),
      /json: the server answered with status 503/,
    ],
    ["nothing new", (_request, response) => response.writeHead(304).end(), /status 304/],
    ["a part", (_request, response) => response.writeHead(206).end(slice), /status 206/],
    [
      "a web page",
      (_request, response) =>
        response.setHeader("content-type", "text/html; charset=utf-8").end("<p>Sign in"),
      /answered with a web page/,
    ],
    [
      "a web page in disguise",
      (_request, response) => response.end("  <!doctype html>"),
      /it is a web page or XML/,
    ],
    [
      "another host",
      (_request, response) => response.writeHead(301, { location: "https://evil.test/a?b=secret" }).end(),
      /openapi\.json: it redirects to https:\/\/evil\.test\/a, and only redirects within a host/,
    ],
    [
      "another protocol",
      (request, response) =>
        response.writeHead(301, { location: `https://${request.headers.host}/openapi.json` }).end(),
      /it redirects to https:\/\/127\.0\.0\.1/,
    ],
    [
      "an address that is none",
      (_request, response) => response.writeHead(301, { location: "http://[" }).end(),
      /redirects to something that is no URL/,
    ],
    [
      "redirects without end",
      (_request, response) => response.writeHead(307, { location: "/again?token=secret" }).end(),
      /openapi\.json: it redirects more than 5 times/,
    ],
    [
      "fewer bytes than were announced",
      (_request, response) => {
        response.writeHead(200, { "content-length": long.length + 10 });
        response.write(long, () => response.destroy());
      },
      /the download failed or ended early|the download is cut short/,
    ],
    [
      "a stream that breaks off",
      (_request, response) => {
        response.write(long, () => response.destroy());
      },
      /the download failed or ended early/,
    ],
    [
      "a document that breaks off",
      (_request, response) => response.end(long),
      /line 1, column \d+: .*ends in the middle/,
    ],
    [
      "bytes that are no text",
      (_request, response) => response.end(Uint8Array.of(0x7b, 0xff)),
      /column 2: it is not UTF-8/,
    ],
  ])("%s", async (_name, listener, message) => {
    const failure = await read(listener).catch((error: unknown) => error);
    expect(failure).toMatchObject({
      name: "SpecError",
      stage: "sync",
      message: expect.stringMatching(message),
    });
    expect(String(failure)).not.toContain("secret");
  });

  test("nobody there", async () => {
    const url = await serve(() => undefined);
    await new Promise((resolve) => servers.splice(0)[0]?.close(resolve));
    await expect(readUpstream(url, { fetch })).rejects.toThrow(
      /the download failed or ended early: .*ECONNREFUSED/,
    );
  });
});

const response = (body: BodyInit, headers: HeadersInit = {}): Response => new Response(body, { headers });

test("a length that does not hold is found whatever fetch does", async () => {
  const send: typeof fetch = () => Promise.resolve(response(slice, { "content-length": "99999999" }));
  await expect(readUpstream("https://a.test/x", { fetch: send })).rejects.toThrow(
    `the download is cut short: ${Buffer.byteLength(slice)} bytes arrived, 99999999 were announced`,
  );
});

test("a document larger than the limit is not read to its end", async () => {
  let sent = 0;
  const chunk = new Uint8Array(16 * 1024 * 1024);
  const body = new ReadableStream<Uint8Array>({
    pull(controller) {
      sent += 1;
      controller.enqueue(chunk);
    },
  });
  await expect(
    readUpstream("https://a.test/x", { fetch: () => Promise.resolve(response(body)) }),
  ).rejects.toThrow("sync: https://a.test/x: it is larger than 200 MB");
  expect(sent).toBeLessThan(20);
});

describe("time", () => {
  const stall: RequestListener = (_request, response) => {
    response.writeHead(200, { "content-type": "application/json" }).write("{");
  };

  test("a download has an end, headers or not", async () => {
    for (const listener of [stall, () => undefined]) {
      const url = await serve(listener);
      await expect(readUpstream(`${url}/x`, { fetch, timeoutMs: 50 })).rejects.toThrow(
        /127\.0\.0\.1:\d+\/x: the download took longer than 50 ms/,
      );
    }
  });

  test("a caller may abort it, and gets the reason", async () => {
    const controller = new AbortController();
    const url = await serve((request, response) => {
      stall(request, response);
      controller.abort(new Error("enough"));
    });
    await expect(readUpstream(url, { fetch, signal: controller.signal })).rejects.toThrow("enough");
  });
});
