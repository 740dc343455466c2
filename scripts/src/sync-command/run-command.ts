import { writeFile } from "node:fs/promises";
import type { Differ } from "../compare/document/differ.ts";
import { SpecError } from "../openapi/document.ts";
import { cleanText } from "../report/clean-text.ts";
import { isChanged, type SyncReport } from "../report/sync-report.ts";
import { failureToJson, toJson } from "../report/to-json.ts";
import { toMarkdown } from "../report/to-markdown.ts";
import { toTerminal } from "../report/to-terminal.ts";
import { runExclusively } from "../write/run-exclusively.ts";
import { writeFiles } from "../write/write-files.ts";
import { inStage } from "./in-stage.ts";
import { exitCodes, help, readOptions, type SyncOptions } from "./options.ts";
import { planSync } from "./sync.ts";

export interface CommandTools {
  readonly fetch: typeof fetch;
  readonly makeDiffer: (signal: AbortSignal) => Differ;
  readonly print: (text: string) => void;
  readonly printError: (text: string) => void;
}

const longestMessage = 3000;

/** Runs the command on a tree, and gives its exit code. */
export async function runCommand(
  root: string,
  args: readonly string[],
  tools: CommandTools,
): Promise<number> {
  const { print, printError } = tools;
  try {
    const options = readOptions(args);
    if (options.isHelp) {
      print(help);
      return exitCodes.noChange;
    }
    const report = await sync(root, options, tools);
    print(options.isJson ? json(toJson(report)) : toTerminal(report));
    return isChanged(report) ? exitCodes.changed : exitCodes.noChange;
  } catch (error) {
    if (!(error instanceof SpecError)) throw error;
    // A failing disk is the one thing that can stop a sync while it writes.
    const state = error.stage === "write" ? "" : "Nothing was written.\n";
    printError(`${cleanText(error.message, longestMessage)}\n${state}`);
    if (args.includes("--json")) print(json(failureToJson(error)));
    return exitCodes.failed;
  }
}

function sync(
  root: string,
  options: SyncOptions,
  { fetch, makeDiffer, printError }: CommandTools,
): Promise<SyncReport> {
  return runExclusively(root, async ({ signal, finished }) => {
    for (const file of finished) printError(`Finished ${file}, which an interrupted run had left.\n`);
    const { report, changes } = await planSync(root, options, { fetch, differ: makeDiffer(signal), signal });
    const { reportFile, isDryRun } = options;
    if (reportFile !== undefined) {
      await inStage("report", reportFile, "choose a file that can be written with --report", signal, () =>
        writeFile(reportFile, toMarkdown(report)),
      );
    }
    if (!isDryRun) {
      const wayOut = "see to the disk and run it again, which finishes what was begun";
      await inStage("write", "the tree", wayOut, signal, () => writeFiles(root, changes));
    }
    return report;
  });
}

function json(value: object): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}
