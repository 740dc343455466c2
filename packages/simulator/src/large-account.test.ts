import { execFile } from "node:child_process";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { expect, test } from "vitest";

const root = fileURLToPath(new URL("../../../", import.meta.url));

const program = `
const { createSimulator } = await import("./packages/simulator/src/index.ts");
const start = process.cpuUsage();
const simulator = createSimulator({ size: "large" });
const headers = { Authorization: "anything", "LD-API-Version": "beta" };
const url = "http://simulator/api/v2/usage/total-mau";
const { series } = await (await simulator.fetch(new Request(url, { headers }))).json();
const { user, system } = process.cpuUsage(start);
console.log(JSON.stringify({ users: series.at(-1)[0], processorMs: (user + system) / 1000 }));
`;

// In a process of its own: the test runner's way of loading modules makes every call of a function dear. What counts is the
// processor's time, for other tests run beside.
test("an account of a million contexts is there and answers within two seconds of processor time", async () => {
  const tsx = join(root, "node_modules/.bin/tsx");
  const args = ["--conditions=@ldusage/source", "--input-type=module", "-e", program];
  const { stdout } = await promisify(execFile)(tsx, args, { cwd: root });
  const { users, processorMs } = JSON.parse(stdout);
  expect(users).toBeGreaterThan(100_000);
  expect(processorMs).toBeLessThan(2000);
});
