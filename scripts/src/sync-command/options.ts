import { parseArgs } from "node:util";
import { SpecError } from "../openapi/document.ts";

/** Where upstream publishes its whole document. */
const defaultSource = "https://app.launchdarkly.com/api/v2/openapi.json";

export interface SyncOptions {
  /** A file or an `https:` URL with upstream's whole document. */
  readonly source: string;
  readonly isDryRun: boolean;
  readonly isJson: boolean;
  readonly isHelp: boolean;
  /** A file that gets the report in Markdown. */
  readonly reportFile: string | undefined;
}

export const exitCodes = { noChange: 0, failed: 1, changed: 10 } as const;

export const help = `Usage: npm run spec:sync -- [options]

Brings the repository in line with upstream's OpenAPI document: cuts out the slice of
the usage operations, runs the pipeline, says what changed and how much it means for
users of the packages, writes the files that differ, and a changeset where a file of a
package does. When anything fails, nothing is written.

Options:
  --from <source>   a file, from the repository's root, or an https URL
                    (default: ${defaultSource})
  --dry-run         say what would change and write nothing
  --json            write the report to standard output as JSON
  --report <file>   write the report to a file in Markdown, in a dry run as well
  --help            show this text

Exit codes:
  ${exitCodes.noChange}   nothing changed
  ${exitCodes.changed}  something changed, or would change in a dry run
  ${exitCodes.failed}   something failed; the message names the stage, the place and the way out
`;

/**
 * Reads the options of the command.
 *
 * @throws SpecError naming the one that is not understood.
 */
export function readOptions(args: readonly string[]): SyncOptions {
  const values = parse(args);
  for (const option of ["from", "report"] as const) {
    if (values[option] === "") throw refused(`--${option} has no value`);
  }
  return {
    source: values.from ?? defaultSource,
    isDryRun: values["dry-run"] === true,
    isJson: values.json === true,
    isHelp: values.help === true,
    reportFile: values.report,
  };
}

function parse(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      strict: true,
      allowPositionals: false,
      options: {
        from: { type: "string" },
        "dry-run": { type: "boolean" },
        json: { type: "boolean" },
        report: { type: "string" },
        help: { type: "boolean", short: "h" },
      },
    }).values;
  } catch (error) {
    throw refused(error instanceof Error ? error.message : String(error));
  }
}

function refused(problem: string): SpecError {
  return new SpecError(
    "options",
    "spec:sync",
    `${problem.replace(/\.$/, "")}; \`npm run spec:sync -- --help\` lists them all`,
  );
}
