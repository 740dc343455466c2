import { execFile } from "node:child_process";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { createSimulator } from "@ldusage/simulator";
import { afterAll, beforeAll, expect, test } from "vitest";

const root = fileURLToPath(new URL("../../", import.meta.url));
const nowMs = Date.UTC(2026, 10, 15, 12);
let folder = "";
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "ldusage-example-"));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

function run(env: NodeJS.ProcessEnv): Promise<{ stdout: string; stderr: string }> {
  const args = ["--conditions=@ldusage/source", join(root, "examples/month-by-sdk.ts")];
  const { LD_ACCESS_TOKEN: _token, LD_REGION: _region, ...rest } = process.env;
  return promisify(execFile)(join(root, "node_modules/.bin/tsx"), args, {
    cwd: folder,
    env: { ...rest, ...env },
  });
}

test("the program prints months by SDK with the account's figure, and writes the tidy CSV", async () => {
  const { stdout } = await run({});
  const rows = stdout.split("\n").filter((line) => /^\d{4}-\d{2} /.test(line));
  expect(stdout).toMatch(/^month +Android +JSClient +React +iOS +account$/m);
  expect(rows.map((row) => row.slice(0, 7))).toEqual([
    ...["2025-11", "2025-12"],
    ...Array.from({ length: 11 }, (_, month) => `2026-${String(month + 1).padStart(2, "0")}`),
  ]);
  expect(stdout).toContain("SDK figures do not add up to the account");
  expect(stdout).toContain("Three questions took 5 requests");
  const csv = await readFile(join(folder, "out/clientside-mau-by-sdk.csv"), "utf8");
  expect(csv.split("\n")[0]).toBe("operation,aggregation,measure,unit,sdkName,time,bucket,value,partial");
  expect(csv.split("\n")[1]).toMatch(
    /^getMAUClientsideUsage,month-to-date,distinct,contexts,\w+,2025-11-01T00:00:00\.000Z,daily,\d+,(?:false)?$/,
  );

  // Each figure is the number of distinct users in the simulated account's own log.
  const { events } = createSimulator({ seed: 1, nowMs });
  const users = (month: string, sdk?: string): number => {
    const seen = events.filter(
      (event) =>
        event.isPrimaryKind &&
        event.attributes.get("sdk-type") === "client" &&
        (sdk === undefined || event.attributes.get("sdk-name") === sdk) &&
        new Date(event.timeMs).toISOString().startsWith(month),
    );
    return new Set(seen.map(({ contextKey }) => contextKey)).size;
  };
  for (const row of rows) {
    const [month = "", ...figures] = row.split(/ +/);
    const expected = ["Android", "JSClient", "React", "iOS", undefined].map((sdk) => users(month, sdk));
    expect(figures.map(Number), month).toEqual(expected);
  }
});

test("an option that cannot be used is told in one line, with exit code 1 and without the token", async () => {
  const failure = await run({ LD_ACCESS_TOKEN: "api-SECRET", LD_REGION: "mars" }).catch(
    (error: unknown) => error,
  );
  expect(failure).toMatchObject({
    code: 1,
    stderr: 'region = "mars" is refused: there is no such region; use one of us, eu, federal.\n',
  });
});
