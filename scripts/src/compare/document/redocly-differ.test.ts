import { mkdtemp, readdir, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test, vi } from "vitest";
import { readReport, redoclyDiffer } from "./redocly-differ.ts";

const empty = { openapi: "3.0.3", info: { title: "t", version: "1" }, paths: {} };

test("a reference out of the document is refused before anything follows it", async () => {
  const hostile = { ...empty, components: { schemas: { A: { $ref: "file:///etc/passwd" } } } };
  await expect(redoclyDiffer()(empty, hostile)).rejects.toThrow(
    "compare: file:///etc/passwd: the reference leads out of the document; write it out upstream",
  );
});

test("an aborted run leaves nothing behind", async () => {
  const scratch = await mkdtemp(join(tmpdir(), "ldusage-aborted-"));
  vi.stubEnv("TMPDIR", scratch);
  const controller = new AbortController();
  const running = redoclyDiffer(controller.signal)(empty, { ...empty, paths: { "/a": {} } });
  controller.abort(new Error("enough"));
  await expect(running).rejects.toThrow("enough");
  expect(await readdir(scratch)).toEqual([]);
  vi.unstubAllEnvs();
  await rm(scratch, { recursive: true });
});

test.each([
  ["nothing", ""],
  ["another version", '{"reportVersion":"2","changes":[]}'],
  ["an entry without a class", '{"reportVersion":"1","changes":[{"kind":"added","typeName":"Schema"}]}'],
])("%s in place of a report is an error with a way out", (_name, text) => {
  expect(() => readReport(text)).toThrow(/^compare: responses and schemas: .*; run `npm run bootstrap`/);
});
