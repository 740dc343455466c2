import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { repositoryRoot } from "../processes/bench-folder.ts";
import type { OpenApiDocument } from "./openapi-document.ts";
import { sliceUsage } from "./slice-usage.ts";
import { synthesizeWhole, wholeSize } from "./synthesize-whole.ts";

const slice: OpenApiDocument = JSON.parse(await readFile(join(repositoryRoot, "spec/upstream.json"), "utf8"));

test("the whole document is as large as upstream's, and the slice is all that is taken of it", () => {
  const whole = synthesizeWhole(slice, wholeSize);
  const megabytes = Buffer.byteLength(JSON.stringify(whole, undefined, 2)) / 1e6;
  expect(megabytes).toBeGreaterThan(2.3);
  expect(megabytes).toBeLessThan(3);
  expect(Object.keys(whole.paths)).toHaveLength(
    2 * wholeSize.resourceCount + Object.keys(slice.paths).length,
  );
  expect(sliceUsage(whole)).toEqual(slice);
});

test("a slice stays as it is", () => {
  expect(sliceUsage(slice)).toEqual(slice);
});
