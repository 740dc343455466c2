import { createReadStream } from "node:fs";
import { realpath, stat } from "node:fs/promises";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { extname, join, sep } from "node:path";
import { pipeline } from "node:stream/promises";

/** A folder that is being served. */
export interface ServedSite {
  /** Where, with a slash at its end. */
  readonly url: string;
  close(): Promise<void>;
}

// What a reference site holds; the rest is text, so that browsers show it.
const contentTypes: Readonly<Record<string, string>> = {
  ".css": "text/css; charset=utf-8",
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".json": "application/json",
  ".png": "image/png",
  ".svg": "image/svg+xml",
};

/** Serves the files of a folder, to this machine alone. Port 0 takes any free one. */
export async function serveSite(directory: string, port = 0): Promise<ServedSite> {
  const root = await realpath(directory);
  const server = createServer((request, response) => {
    answer(root, request, response).catch(() => response.destroy());
  });
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject).listen(port, "127.0.0.1", resolve);
  });
  // A server that listens on TCP has an address of this shape.
  const { port: taken } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${taken}/`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

async function answer(root: string, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const isRead = request.method === "GET" || request.method === "HEAD";
  const file = isRead ? await findFile(root, request.url ?? "/") : undefined;
  if (file === undefined) {
    const status = isRead ? 404 : 405;
    response.writeHead(status, {
      "Content-Type": "text/plain; charset=utf-8",
      ...(!isRead && { Allow: "GET, HEAD" }),
    });
    response.end(isRead ? "There is no such page.\n" : "This site can only be read.\n");
    return;
  }
  response.writeHead(200, {
    "Content-Type": contentTypes[extname(file.path)] ?? "text/plain; charset=utf-8",
    "Content-Length": file.bytes,
    "X-Content-Type-Options": "nosniff",
    "Cache-Control": "no-cache",
  });
  if (request.method === "HEAD") response.end();
  else await pipeline(createReadStream(file.path), response);
}

/** The file that a path of an address names, unless it lies outside, links included. */
async function findFile(root: string, url: string): Promise<{ path: string; bytes: number } | undefined> {
  try {
    const path = decodeURIComponent(new URL(url, "http://site/").pathname);
    const found = await realpath(join(root, path.endsWith("/") ? `${path}index.html` : path));
    const facts = await stat(found);
    return found.startsWith(root + sep) && facts.isFile() ? { path: found, bytes: facts.size } : undefined;
  } catch {
    // It does not exist, or no path can be made of it.
    return undefined;
  }
}
