/**
 * Thirteen months of client-side monthly active users, by month and SDK, and the service connections of the last
 * 30 days.
 *
 * Without an account it asks a simulator on this machine. With LD_ACCESS_TOKEN set it asks LaunchDarkly; set
 * LD_REGION to "eu" or "federal" where that applies.
 */
import { mkdir, writeFile } from "node:fs/promises";
import { createUsageClient, isUsageError, type Region } from "@ldusage/client";
import { collectSeries, pivot, type SeriesTable, toCsv } from "@ldusage/helpers";
import { createSimulator } from "@ldusage/simulator";
import { formatTable } from "./format-table.ts";

const dayMs = 86_400_000;
const months = 13;

try {
  await main();
} catch (error) {
  // Errors of the packages say what was wrong and what to do; anything else is a bug of this program.
  if (!isUsageError(error)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}

async function main(): Promise<void> {
  const account = await connect();
  try {
    await report(account);
  } finally {
    await account.close();
  }
}

async function report({ usage, nowMs, source }: Account): Promise<void> {
  // The first day of the month twelve months ago, up to now: more than the 365 days that one request may ask for.
  const today = new Date(nowMs);
  const from = new Date(Date.UTC(today.getUTCFullYear(), today.getUTCMonth() - (months - 1), 1));
  const range = { from, to: today };

  let requestCount = 0;
  const collect = { nowMs, onProgress: () => (requestCount += 1) };

  // Month-to-date points, broken down by SDK; and the same for the account as a whole, which is what is billed.
  const bySdk = await collectSeries(
    usage,
    "getMAUClientsideUsage",
    { ...range, groupBy: "sdkName" },
    collect,
  );
  const account = await collectSeries(usage, "getMAUClientsideUsage", range, collect);

  // Minutes of service connections are a counter: daily increments may be added.
  const lastDays = { from: new Date(nowMs - 30 * dayMs), to: today, aggregationType: "incremental" } as const;
  const connections = await collectSeries(usage, "getServiceConnectionsUsage", lastDays, collect);

  console.log(`Client-side monthly active users by month and SDK (${source})\n`);
  printMonths(bySdk, account);
  console.log(`\nService connections, last 30 days: ${total(connections).toFixed(1)} minutes.`);

  const file = "out/clientside-mau-by-sdk.csv";
  await mkdir("out", { recursive: true });
  await writeFile(file, toCsv(bySdk));
  console.log(`Wrote ${bySdk.columns.length} series with ${bySdk.timeMs.length} days to ${file}.`);
  console.log(`Three questions took ${requestCount} requests: ranges over the limit were split and merged.`);
}

function printMonths(bySdk: SeriesTable, account: SeriesTable): void {
  const sdks = pivot(bySdk, { index: "month", columns: "sdkName", aggregate: "month-end" });
  const whole = pivot(account, { index: "month", aggregate: "month-end" });
  const wholeOf = new Map(whole.rowLabels.map((label, row) => [label, whole.cells[row]?.[0] ?? null]));
  const header = ["month", ...sdks.columnLabels, "account"];
  const rows = sdks.rowLabels.map((label, row) => [
    label,
    ...(sdks.cells[row] ?? []).map((cell) => cell?.toString() ?? ""),
    wholeOf.get(label)?.toString() ?? "",
  ]);
  console.log(formatTable([header, ...rows]));
  console.log(
    "\nEach figure is the month-end value of month-to-date points; the last month is still running.",
  );
  console.log(
    "SDK figures do not add up to the account: someone seen by two SDKs counts once in the account.",
  );
  for (const note of new Set([...sdks.notes, ...whole.notes])) console.log(formatTable([[`Note: ${note}`]]));
}

function total(table: SeriesTable): number {
  const byMonth = pivot(table, { index: "month", aggregate: "sum" });
  return byMonth.cells.flat().reduce<number>((sum, cell) => sum + (cell ?? 0), 0);
}

interface Account {
  readonly usage: ReturnType<typeof createUsageClient>;
  readonly nowMs: number;
  readonly source: string;
  close(): Promise<void>;
}

async function connect(): Promise<Account> {
  const { LD_ACCESS_TOKEN: accessToken, LD_REGION: region } = process.env;
  if (accessToken) {
    // An unknown region is refused by the client, with the valid ones.
    const usage = createUsageClient({ accessToken, region: region as Region | undefined });
    return { usage, nowMs: Date.now(), source: "LaunchDarkly", close: async () => {} };
  }
  // A fixed clock and seed: the same figures on any day and machine.
  const nowMs = Date.UTC(2026, 10, 15, 12);
  const server = await createSimulator({ seed: 1, nowMs }).listen();
  const usage = createUsageClient({ accessToken: "api-simulated", baseUrl: server.url });
  return { usage, nowMs, source: "simulated account", close: () => server.close() };
}
