import { mkdir, mkdtemp, rm, symlink, writeFile } from "node:fs/promises";
import { request } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type ServedSite, serveSite } from "./serve-site.ts";

let folder = "";
let site: ServedSite;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "ldusage-served-"));
  await mkdir(join(folder, "site/media"), { recursive: true });
  await mkdir(join(folder, "site-secret"));
  await writeFile(join(folder, "secret.txt"), "secret");
  await writeFile(join(folder, "site-secret/secret.txt"), "secret");
  await symlink(join(folder, "secret.txt"), join(folder, "site/link.txt"));
  const files = [
    "index.html",
    "media/index.html",
    "a b.html",
    "x.css",
    "x.js",
    "x.json",
    "x.svg",
    "x.ts",
    "LICENSE",
  ];
  for (const file of files) await writeFile(join(folder, "site", file), `${file}\n`);
  site = await serveSite(join(folder, "site"));
});
afterAll(async () => {
  await site.close();
  await rm(folder, { recursive: true });
});

/** Sends a path as it is, which `fetch` would resolve first. */
function ask(path: string, method = "GET"): Promise<{ status: number; type: string; body: string }> {
  return new Promise((resolve, reject) => {
    const { hostname, port } = new URL(site.url);
    const sent = request({ hostname, port, path, method }, (response) => {
      let body = "";
      response.setEncoding("utf8").on("data", (piece: string) => {
        body += piece;
      });
      response.on("end", () =>
        resolve({ status: response.statusCode ?? 0, type: response.headers["content-type"] ?? "", body }),
      );
    });
    sent.on("error", reject).end();
  });
}

describe("serveSite", () => {
  test.each([
    ["/", "index.html", "text/html; charset=utf-8"],
    ["/?q=1", "index.html", "text/html; charset=utf-8"],
    ["/media/", "media/index.html", "text/html; charset=utf-8"],
    ["/a%20b.html", "a b.html", "text/html; charset=utf-8"],
    ["/x.css", "x.css", "text/css; charset=utf-8"],
    ["/x.js", "x.js", "text/javascript; charset=utf-8"],
    ["/x.json", "x.json", "application/json"],
    ["/x.svg", "x.svg", "image/svg+xml"],
    ["/x.ts", "x.ts", "text/plain; charset=utf-8"],
    ["/LICENSE", "LICENSE", "text/plain; charset=utf-8"],
  ])("GET %s is %s as %s", async (path, file, type) => {
    expect(await ask(path)).toEqual({ status: 200, type, body: `${file}\n` });
  });

  test.each([
    "/missing.html",
    "/media",
    "/link.txt",
    "/../secret.txt",
    "/%2e%2e/secret.txt",
    "/..%2fsecret.txt",
    "/media/..%2f..%2fsecret.txt",
    "/..%2fsite-secret/secret.txt",
    "/..%5csecret.txt",
    "//../secret.txt",
    "/%00",
    "/%E0%A4%A",
  ])("%s is not there", async (path) => {
    const { status, body } = await ask(path);
    expect([status, body]).toEqual([404, "There is no such page.\n"]);
  });

  test("HEAD has no body, and nothing else is allowed", async () => {
    expect(await ask("/", "HEAD")).toEqual({ status: 200, type: "text/html; charset=utf-8", body: "" });
    expect((await ask("/", "POST")).status).toBe(405);
    expect((await ask("/", "DELETE")).body).toBe("This site can only be read.\n");
  });

  test("listens on the loopback interface alone", () => {
    expect(site.url).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/$/);
  });

  test("a port that is taken is an error, and so is a folder that is missing", async () => {
    await expect(serveSite(folder, Number(new URL(site.url).port))).rejects.toMatchObject({
      code: "EADDRINUSE",
    });
    await expect(serveSite(join(folder, "none"))).rejects.toMatchObject({ code: "ENOENT" });
  });
});
