import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { dump } from "js-yaml";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { repositoryRoot } from "../repository-root.ts";
import { readUpstream } from "./read-upstream.ts";
import { synthesizeUpstream } from "./testing/synthesize-upstream.ts";

let folder = "";
let slice = "";
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "ldusage-upstream-"));
  slice = await readFile(join(repositoryRoot, "spec/upstream.json"), "utf8");
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const noFetch: typeof fetch = () => Promise.reject(new Error("a file is read, not fetched"));

async function readText(text: string | Uint8Array): Promise<string> {
  const file = join(folder, "document.txt");
  await writeFile(file, text);
  return (await readUpstream(file, { fetch: noFetch })).text;
}

describe("a whole document of several MB gives the vendored slice, byte by byte", () => {
  test.each(["json", "yaml"] as const)("%s", async (format) => {
    const whole = synthesizeUpstream({ slice, foreignOperations: 700, seed: 1, format });
    expect(whole.length).toBeGreaterThan(3_000_000);
    expect(await readText(whole)).toBe(slice);
  });

  test("with a byte order mark", async () => {
    expect(await readText(`\ufeff${slice}`)).toBe(slice);
  });

  test("in OpenAPI 3.1, with aliases for what repeats", async () => {
    const document = JSON.parse(slice);
    const shared = document.paths["/api/v2/usage/mau"].get.responses;
    document.openapi = "3.1.0";
    document.paths["/api/v2/usage/mau/bycategory"].get.responses = shared;
    const text = dump(document);
    expect(text).toContain("*ref_0");
    expect(JSON.parse(await readText(text))).toEqual(document);
  });
});

describe("what cannot be read is an error that names it", () => {
  test.each<[string, () => string, RegExp]>([
    ["no file", () => join(folder, "nowhere.json"), /nowhere\.json: there is no such file\. Give the path/],
    ["a folder", () => folder, /ldusage-upstream-\w+: it is a folder/],
    [
      "plain http",
      () => "http://a.test/openapi.json?key=secret",
      /http:\/\/a\.test\/openapi\.json: http: is not read/,
    ],
    ["another protocol", () => "ftp://a.test/x", /ftp:\/\/a\.test\/x: ftp: is not read/],
    ["a file by URL", () => "file:///etc/hosts", /file: is not read/],
    ["credentials", () => "https://me:secret@a.test/x", /https:\/\/a\.test\/x: it has credentials in it/],
    ["no URL", () => "https://", /source: it is not a URL/],
  ])("%s", async (_name, source, message) => {
    const failure = await readUpstream(source(), { fetch: noFetch }).catch((error: unknown) => error);
    expect(failure).toMatchObject({
      name: "SpecError",
      stage: "sync",
      message: expect.stringMatching(message),
    });
    expect(String(failure)).not.toContain("secret");
  });

  test("a caller's abort is the caller's reason", async () => {
    const signal = AbortSignal.abort(new Error("enough"));
    await expect(readUpstream(join(folder, "x"), { fetch: noFetch, signal })).rejects.toThrow("enough");
    await expect(readUpstream("https://a.test/x", { fetch: noFetch, signal })).rejects.toThrow("enough");
  });
});
