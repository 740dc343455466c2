import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Consumer, consumerTimeoutMs, createConsumer } from "../consumer/create-consumer.ts";
import { readManifest } from "../consumer/install-package.ts";
import { publishedPackages } from "../consumer/pack-packages.ts";
import { bundleProgram } from "./bundle-program.ts";

/** Bytes after gzip of each entry with all that it needs; the simulator runs on Node.js, the others anywhere. */
const budgets: Readonly<Record<string, number>> = {
  "@ldusage/types": 100,
  "@ldusage/types/catalog": 4_300,
  "@ldusage/types/errors": 1_000,
  "@ldusage/types/runtime": 6_700,
  "@ldusage/types/time": 2_100,
  "@ldusage/types/response": 1_400,
  "@ldusage/client": 19_500,
  "@ldusage/client/core": 7_200,
  "@ldusage/helpers": 31_000,
  "@ldusage/simulator": 43_000,
};

let consumer: Consumer;
beforeAll(async () => {
  consumer = await createConsumer({ simulator: true });
}, consumerTimeoutMs);
afterAll(() => consumer.remove());

test("every entry of every package has a budget", async () => {
  const found = publishedPackages.map(async (name) => {
    const { exports = {} } = await readManifest(join(consumer.folder, "node_modules/@ldusage", name));
    const paths = Object.keys(exports).filter((path) => path !== "./package.json");
    return paths.map((path) => `@ldusage/${name}${path.slice(1)}`);
  });
  expect(Object.keys(budgets)).toEqual((await Promise.all(found)).flat());
});

describe("all of", () => {
  test.each(Object.entries(budgets))("%s has at most %i bytes", async (entry, gzipBytes) => {
    await consumer.write({ "program.js": `export * from "${entry}";\n` });
    const platform = entry === "@ldusage/simulator" ? "node" : "browser";
    const { gzipBytes: ours } = await bundleProgram(consumer.folder, "program.js", platform);
    process.stdout.write(`${entry}: ${ours} of ${gzipBytes} bytes\n`);
    expect(ours).toBeLessThanOrEqual(gzipBytes);
  });
});
