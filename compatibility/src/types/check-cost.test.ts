import { afterAll, beforeAll, expect, test } from "vitest";
import { type Consumer, consumerTimeoutMs, createConsumer } from "../consumer/create-consumer.ts";
import { instantiationBudget, measureCheck } from "./check-cost.ts";
import { type CompilerVersion, compilerVersions } from "./compiler.ts";
import { type MeasuredProgram, measuredFiles } from "./measured-programs.ts";

let consumer: Consumer;
beforeAll(async () => {
  consumer = await createConsumer();
  await consumer.write(measuredFiles());
}, consumerTimeoutMs);
afterAll(() => consumer.remove());

async function countInstantiations(version: CompilerVersion, name: MeasuredProgram): Promise<number> {
  return (await measureCheck(version, consumer.folder, name)).instantiations;
}

test.each(compilerVersions)("one typed call costs TypeScript %s few instantiations", async (version) => {
  const empty = await countInstantiations(version, "empty");
  const method = (await countInstantiations(version, "method")) - empty;
  const request = (await countInstantiations(version, "request")) - empty;
  process.stdout.write(
    `TypeScript ${version}: +${method} (method), +${request} (request), of ${instantiationBudget}\n`,
  );
  // A program whose imports do not resolve would cost nothing.
  expect(Math.min(method, request)).toBeGreaterThan(0);
  expect(Math.max(method, request)).toBeLessThanOrEqual(instantiationBudget);
});
