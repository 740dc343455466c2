import * as helpers from "@ldusage/helpers";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Consumer, consumerTimeoutMs, createConsumer } from "../consumer/create-consumer.ts";
import { type Bundle, bundleProgram } from "./bundle-program.ts";

/** Bytes after gzip that a program may have which uses these alone, with all that they need of `@ldusage/types`. */
const budgets: readonly { readonly names: readonly string[]; readonly gzipBytes: number }[] = [
  { names: ["billingMonth"], gzipBytes: 1_000 },
  { names: ["monthToDate"], gzipBytes: 1_000 },
  { names: ["lastDays"], gzipBytes: 1_000 },
  { names: ["billingMonths"], gzipBytes: 1_000 },
  { names: ["splitRange"], gzipBytes: 1_050 },
  { names: ["parseRange"], gzipBytes: 1_180 },
  { names: ["serviceConnections"], gzipBytes: 1_000 },
  { names: ["decodeSeries"], gzipBytes: 8_000 },
  { names: ["collectSeries"], gzipBytes: 14_600 },
  { names: ["rollup"], gzipBytes: 3_200 },
  { names: ["toCsv"], gzipBytes: 3_000 },
  { names: ["forecastMonthEnd"], gzipBytes: 5_000 },
  { names: Object.keys(helpers), gzipBytes: 31_000 },
];

let consumer: Consumer;
beforeAll(async () => {
  consumer = await createConsumer();
}, consumerTimeoutMs);
afterAll(() => consumer.remove());

async function bundle(program: string): Promise<Bundle> {
  await consumer.write({ "program.js": program });
  return bundleProgram(consumer.folder, "program.js");
}

test("what is imported and not used leaves nothing behind", async () => {
  const { code } = await bundle(`import { ${Object.keys(helpers).join(", ")} } from "@ldusage/helpers";\n`);
  expect(code.trim()).toBe("");
});

describe("a program with", () => {
  const named = budgets.map((budget) => ({
    ...budget,
    label: budget.names.length > 1 ? "all" : budget.names.join(),
  }));
  test.each(named)("$label has at most $gzipBytes bytes", async ({ names, label, gzipBytes }) => {
    const ours = await bundle(`export { ${names.join(", ")} } from "@ldusage/helpers";\n`);
    process.stdout.write(`helpers, ${label}: ${ours.gzipBytes} of ${gzipBytes} bytes\n`);
    expect(ours.gzipBytes).toBeLessThanOrEqual(gzipBytes);
  });
});
