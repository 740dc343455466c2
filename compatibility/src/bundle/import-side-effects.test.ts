import { afterAll, beforeAll, expect, test } from "vitest";
import { type Consumer, consumerTimeoutMs, createConsumer } from "../consumer/create-consumer.ts";
import { readManifest } from "../consumer/install-package.ts";
import { packedPackages } from "../consumer/pack-packages.ts";
import { type ProgramResult, runProgram } from "../consumer/run-program.ts";

// Reading one of these makes Node.js load its built-in fetch, which costs more than the whole client.
const fetchGlobals = ["fetch", "Request", "Response", "Headers", "FormData", "WebSocket", "EventSource"];

// Prints what of the built-in fetch an import has made Node.js load.
const reportingLoader = `
const isOfFetch = (name) => name.includes("undici");
const before = new Set(process.moduleLoadList);
await import(process.argv[2]);
const loaded = process.moduleLoadList.filter((name) => !before.has(name) && isOfFetch(name));
process.stdout.write(JSON.stringify(loaded));
`;
const guardingLoader = `
for (const name of ${JSON.stringify(fetchGlobals)}) {
  const get = () => { throw new Error(name + " is read while loading"); };
  Object.defineProperty(globalThis, name, { get, configurable: true });
}
await import(process.argv[2]);
`;

let consumer: Consumer;
let entries: readonly string[];
beforeAll(async () => {
  consumer = await createConsumer();
  await consumer.write({
    "reporting-loader.js": reportingLoader,
    "guarding-loader.js": guardingLoader,
    "reads-headers.js": "export const empty = new Headers();\n",
  });
  const found = packedPackages.map(async (name) => {
    const { exports = {} } = await readManifest(`${consumer.folder}/node_modules/@ldusage/${name}`);
    const paths = Object.keys(exports).filter((path) => path !== "./package.json");
    return paths.map((path) => `@ldusage/${name}${path.slice(1)}`);
  });
  entries = (await Promise.all(found)).flat();
}, consumerTimeoutMs);
afterAll(() => consumer.remove());

const load = (loader: string, specifier: string): Promise<ProgramResult> =>
  runProgram(process.execPath, [`${loader}-loader.js`, specifier], consumer.folder);

test("no entry of the packages reads a global of fetch while loading", async () => {
  expect(entries).toEqual(expect.arrayContaining(["@ldusage/client", "@ldusage/types/catalog"]));
  for (const entry of entries) {
    expect(await load("guarding", entry), entry).toMatchObject({ exitCode: 0 });
    expect(await load("reporting", entry), entry).toMatchObject({ exitCode: 0, stdout: "[]" });
  }
});

test("a module that does so is found out", async () => {
  const guarded = await load("guarding", "./reads-headers.js");
  expect(guarded.exitCode).toBe(1);
  expect(guarded.stderr).toContain("Headers is read while loading");
  expect((await load("reporting", "./reads-headers.js")).stdout).toContain("undici");
});
