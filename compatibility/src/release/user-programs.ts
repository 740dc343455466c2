/**
 * Programs of a user who has installed the packages: a table from a simulator over HTTP, printed as JSON.
 *
 * Named imports, so that an entry without one of them is found out.
 */
const program = `
const nowMs = Date.UTC(2026, 10, 15, 12);
async function main() {
  const server = await createSimulator({ seed: 7, nowMs }).listen();
  try {
    const usage = createUsageClient({ accessToken: "anything", baseUrl: server.url });
    const core = createUsageCore({ accessToken: "anything", baseUrl: server.url, operations: { getMauSdksByType } });
    const range = { from: "2026-08-01", to: "2026-11-01" };
    const table = await collectSeries(usage, "getMAUTotalUsage", range, { nowMs });
    const { sdks } = await core.getMauSdksByType({ sdktype: "client" });
    const refused = await usage.request("getMAUTotalUsage", { from: "soon" });
    const months = pivot(table, { index: "month", aggregate: "month-end" }).rowLabels;
    const maxRangeDays = catalog.getMAUTotalUsage.maxRangeDays;
    const isKnown = !refused.ok && isUsageInputError(refused.error);
    process.stdout.write(JSON.stringify({ months, sdks: sdks.length, maxRangeDays, isKnown }));
  } finally {
    await server.close();
  }
}
main().catch((error) => {
  process.stderr.write(String(error.stack));
  process.exitCode = 1;
});
`;

const imports = {
  "@ldusage/client": "createUsageClient",
  "@ldusage/client/core": "createUsageCore, getMauSdksByType",
  "@ldusage/helpers": "collectSeries, pivot",
  "@ldusage/simulator": "createSimulator",
  "@ldusage/types/catalog": "catalog",
  "@ldusage/types/errors": "isUsageInputError",
} as const;

const importLines = Object.entries(imports).map(([from, names]) => `import { ${names} } from "${from}";\n`);
const requireLines = Object.entries(imports).map(
  ([from, names]) => `const { ${names} } = require("${from}");\n`,
);

/** The same program as an ES module, as CommonJS and for a compiler, by the name of its file. */
export const userPrograms = {
  "program.mjs": importLines.join("") + program,
  "program.cjs": requireLines.join("") + program,
  "program.ts":
    importLines.join("") + program.replace("(error)", "(error: unknown)").replace("error.stack", "error"),
} as const;

/** What each of them has to print. */
export const printedByPrograms = {
  months: ["2026-08", "2026-09", "2026-10"],
  sdks: 4,
  maxRangeDays: 365,
  isKnown: true,
} as const;
