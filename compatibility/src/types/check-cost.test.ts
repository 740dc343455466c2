import { afterAll, beforeAll, expect, test } from "vitest";
import { type Consumer, consumerTimeoutMs, createConsumer } from "../consumer/create-consumer.ts";
import { runOrFail } from "../consumer/run-program.ts";
import { type CompilerVersion, compilerCommand, compilerVersions } from "./compiler.ts";
import { type MeasuredProgram, measuredFiles } from "./measured-programs.ts";

// Instantiations of types that one call may cost over an empty program. They are the same on every machine.
const budget = 200;

let consumer: Consumer;
beforeAll(async () => {
  consumer = await createConsumer();
  await consumer.write(measuredFiles());
}, consumerTimeoutMs);
afterAll(() => consumer.remove());

async function countInstantiations(version: CompilerVersion, name: MeasuredProgram): Promise<number> {
  const [command, ...args] = compilerCommand(version);
  const options = ["--project", `tsconfig.${name}.json`, "--extendedDiagnostics"];
  const output = await runOrFail(command, [...args, ...options], consumer.folder);
  const count = /^Instantiations:\s+(\d+)$/m.exec(output)?.[1];
  if (count === undefined) throw new Error(`TypeScript ${version} does not say how much it did:\n${output}`);
  return Number(count);
}

test.each(compilerVersions)("one typed call costs TypeScript %s few instantiations", async (version) => {
  const empty = await countInstantiations(version, "empty");
  const method = (await countInstantiations(version, "method")) - empty;
  const request = (await countInstantiations(version, "request")) - empty;
  process.stdout.write(`TypeScript ${version}: +${method} (method), +${request} (request), of ${budget}\n`);
  // A program whose imports do not resolve would cost nothing.
  expect(Math.min(method, request)).toBeGreaterThan(0);
  expect(Math.max(method, request)).toBeLessThanOrEqual(budget);
});
