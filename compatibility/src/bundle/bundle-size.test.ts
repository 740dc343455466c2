import { catalog } from "@ldusage/types/catalog";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Consumer, consumerTimeoutMs, createConsumer } from "../consumer/create-consumer.ts";
import { runOrFail } from "../consumer/run-program.ts";
import { bundleBudgets } from "./budgets.ts";
import { type Bundle, bundleProgram } from "./bundle-program.ts";
import { type BundledProgram, bundledPrograms } from "./programs.ts";

// A text of each policy that the core leaves out. Published files hold many modules, whose names say nothing.
const policies = {
  "attempt timeout and deadline": "ran into its",
  retry: "retry.baseDelayMs",
  "rate limiter": "X-Ratelimit-Global-Remaining",
  "server's waits": "Retry-After",
  "size limit": "(maxResponseBytes)",
  "checks of parameters": "the operation has no such parameter",
  "checks of responses": 'has no point in time as "time"',
  hints: "A proxy seems to drop",
} as const;
const timesIn = ({ code }: Bundle, text: string): number => code.split(text).length - 1;

let consumer: Consumer;
beforeAll(async () => {
  consumer = await createConsumer({ official: true });
  for (const [name, program] of Object.entries(bundledPrograms)) {
    await consumer.write({ [`${name}.js`]: program });
  }
}, consumerTimeoutMs);
afterAll(() => consumer.remove());
const bundle = (name: BundledProgram): Promise<Bundle> => bundleProgram(consumer.folder, `${name}.js`);

// Runs a bundle against a transport that answers in its place.
const runner = (entry: string): string => `
globalThis.fetch = async () => Response.json({ _links: {}, metadata: [], series: [{ time: 1 }] });
globalThis.show = (list) => process.stdout.write(JSON.stringify(list));
await import("./${entry}.bundle.js");
`;

describe.each(bundleBudgets)("a program of one call with the $entry entry", ({ entry, gzipBytes }) => {
  test(`has at most ${gzipBytes} bytes`, async () => {
    const [ours, official] = [await bundle(entry), await bundle("official")];
    const figures = `${ours.gzipBytes} of ${gzipBytes} bytes (${ours.minifiedBytes} before gzip)`;
    process.stdout.write(`${entry}: ${figures}; the official client: ${official.gzipBytes}\n`);
    expect(ours.gzipBytes).toBeLessThanOrEqual(gzipBytes);
  });

  test("holds every module once", async () => {
    const { modules } = await bundle(entry);
    // One module may be there twice as two copies of its package, or as an ES module and as CommonJS.
    const names = modules.map((path) => path.replace(/^.*node_modules\//, "").replace(/\.[cm]?js$/, ""));
    expect(modules.length).toBeGreaterThan(2);
    expect(names.toSorted()).toEqual([...new Set(names)].toSorted());
  });

  test("makes its call", async () => {
    const { code } = await bundle(entry);
    await consumer.write({ [`${entry}.bundle.js`]: code, [`run-${entry}.js`]: runner(entry) });
    const output = await runOrFail(process.execPath, [`run-${entry}.js`], consumer.folder);
    expect(JSON.parse(output)).toEqual({ _links: {}, metadata: [], series: [{ time: 1 }] });
  });
});

const pathsIn = ({ code }: Bundle): string[] =>
  Object.values(catalog)
    .map(({ path }) => path)
    .filter((path) => code.includes(`"${path}"`));

test("the whole client holds openapi-fetch, every policy and every operation once", async () => {
  const client = await bundle("client");
  const ofOpenapiFetch = client.modules.filter((path) => path.includes("openapi-fetch"));
  expect(ofOpenapiFetch).toEqual(["openapi-fetch/dist/index.mjs"]);
  for (const [policy, text] of Object.entries(policies)) expect(timesIn(client, text), policy).toBe(1);
  expect(pathsIn(client)).toHaveLength(Object.keys(catalog).length);
});

test("the core holds openapi-fetch once, no policy, and the named operation alone", async () => {
  const core = await bundle("core");
  const ofOpenapiFetch = core.modules.filter((path) => path.includes("openapi-fetch"));
  expect(ofOpenapiFetch).toEqual(["openapi-fetch/dist/index.mjs"]);
  for (const [policy, text] of Object.entries(policies)) expect(timesIn(core, text), policy).toBe(0);
  expect(pathsIn(core)).toEqual([catalog.getMAUTotalUsage.path]);
});
