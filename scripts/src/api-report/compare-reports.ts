import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { readEntryPoints } from "./entry-points.ts";
import { renderReports } from "./render-reports.ts";

/** The folder of a package that holds its committed reports. */
const reportFolder = "api";

/** A report that is not what the built package has. */
export interface ReportDifference {
  /** Path of the report from the package's folder. */
  readonly file: string;
  /** What the report should hold; `undefined` when there is no such entry point any more. */
  readonly wanted: string | undefined;
  /** Lines that only the committed report has, with `-`, and that only the built package has, with `+`. */
  readonly lines: readonly string[];
}

/** Compares the committed reports of a package with its built declarations. */
export async function compareReports(packageFolder: string): Promise<readonly ReportDifference[]> {
  const folder = join(packageFolder, reportFolder);
  const wanted = await renderReports(packageFolder, await readEntryPoints(packageFolder));
  const present = await readdir(folder).catch(() => []);
  const differences: ReportDifference[] = [];
  for (const name of new Set([...wanted.keys(), ...present])) {
    const committed = await readFile(join(folder, name), "utf8").catch(() => "");
    const text = wanted.get(name);
    if (committed !== text) {
      differences.push({
        file: join(reportFolder, name),
        wanted: text,
        lines: differingLines(committed, text),
      });
    }
  }
  return differences;
}

/** Enough to see what has changed; the whole difference is one of version control. */
function differingLines(committed: string, wanted = ""): readonly string[] {
  const [before, after] = [committed.split("\n"), wanted.split("\n")];
  const only = (lines: readonly string[], others: readonly string[]): readonly string[] => {
    const counts = new Map<string, number>();
    for (const line of others) counts.set(line, (counts.get(line) ?? 0) + 1);
    return lines.filter((line) => {
      const count = counts.get(line) ?? 0;
      counts.set(line, count - 1);
      return count <= 0;
    });
  };
  const removed = only(before, after).map((line) => `- ${line}`);
  const added = only(after, before).map((line) => `+ ${line}`);
  return [...removed, ...added].filter((line) => line.trim().length > 1);
}
