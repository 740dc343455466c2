// Fails when the built package in the current directory has another public surface than its committed reports.
import { basename } from "node:path";
import { compareReports, type ReportDifference } from "./compare-reports.ts";

const shownLines = 20;
const wayOut =
  "If users are to get this change, run `npm run api:update`, look at what it changes, and commit that.";

function describe({ file, wanted, lines }: ReportDifference): string {
  const what =
    wanted === undefined ? "is of no entry point any more" : "is not the public surface of the build";
  const shown = lines.slice(0, shownLines).map((line) => `  ${line}\n`);
  const rest = lines.length > shownLines ? `  … and ${lines.length - shownLines} more lines\n` : "";
  return `packages/${basename(process.cwd())}/${file} ${what}:\n${shown.join("")}${rest}`;
}

const differences = await compareReports(process.cwd());
if (differences.length > 0) {
  process.stderr.write(`${differences.map(describe).join("")}${wayOut}\n`);
  process.exitCode = 1;
}
