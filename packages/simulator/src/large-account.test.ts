import { execFile } from "node:child_process";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { expect, test } from "vitest";

const root = fileURLToPath(new URL("../../../", import.meta.url));

const program = `
const { createSimulator } = await import("./packages/simulator/src/index.ts");
const startMs = performance.now();
const simulator = createSimulator({ size: "large" });
const headers = { Authorization: "anything", "LD-API-Version": "beta" };
const url = "http://simulator/api/v2/usage/total-mau";
const { series } = await (await simulator.fetch(new Request(url, { headers }))).json();
console.log(JSON.stringify({ users: series.at(-1)[0], durationMs: performance.now() - startMs }));
`;

// In a process of its own: the test runner's way of loading modules makes every call of a function dear.
test("an account of a million contexts is there and answers within two seconds", async () => {
  const tsx = join(root, "node_modules/.bin/tsx");
  const args = ["--conditions=@ldusage/source", "--input-type=module", "-e", program];
  const { stdout } = await promisify(execFile)(tsx, args, { cwd: root });
  const { users, durationMs } = JSON.parse(stdout);
  expect(users).toBeGreaterThan(100_000);
  expect(durationMs).toBeLessThan(2000);
});
