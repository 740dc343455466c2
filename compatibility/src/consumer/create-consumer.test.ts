import { access, readdir } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type Consumer, consumerTimeoutMs, createConsumer } from "./create-consumer.ts";
import { readManifest } from "./install-package.ts";
import { packedPackages } from "./pack-packages.ts";
import { runProgram } from "./run-program.ts";

let consumer: Consumer;
beforeAll(async () => {
  consumer = await createConsumer();
}, consumerTimeoutMs);
afterAll(() => consumer.remove());

test("a user of the client installs openapi-fetch with its types, and nothing else", async () => {
  const installed = await readdir(join(consumer.folder, "node_modules"));
  expect(installed.toSorted()).toEqual(["@ldusage", "openapi-fetch", "openapi-typescript-helpers"]);
});

test.each(packedPackages)("every entry of the packed %s is there, and none is a source", async (name) => {
  const folder = join(consumer.folder, "node_modules/@ldusage", name);
  const { exports = {} } = await readManifest(folder);
  const targets = Object.values(exports).flatMap((entry) =>
    typeof entry === "object" && entry !== null ? Object.values(entry) : [entry],
  );
  expect(targets.length).toBeGreaterThan(1);
  for (const target of targets) await access(join(folder, String(target)));
  expect(JSON.stringify(exports)).not.toContain("./src/");
});

test.each([
  ["an ES module", "program.mjs", 'import { createUsageClient } from "@ldusage/client";'],
  ["a CommonJS module", "program.cjs", 'const { createUsageClient } = require("@ldusage/client");'],
])("%s of the user makes a call", async (_kind, file, importLine) => {
  await consumer.write({
    [file]: `${importLine}
const fetch = async (request) => Response.json({ _links: {}, sdks: [new URL(request.url).pathname] });
const usage = createUsageClient({ accessToken: "t", fetch });
usage.getMauSdksByType().then(({ sdks }) => process.stdout.write(sdks.join()));
`,
  });
  const { stdout, stderr } = await runProgram(process.execPath, [file], consumer.folder);
  expect({ stdout, stderr: stderr.replace(/^.*ExperimentalWarning[\s\S]*/m, "") }).toEqual({
    stdout: "/api/v2/usage/mau/sdks",
    stderr: "",
  });
});

test("removing the project leaves nothing behind", async () => {
  const other = await createConsumer();
  await access(other.folder);
  await other.remove();
  await expect(access(other.folder)).rejects.toThrow("ENOENT");
});
