import { execFile } from "node:child_process";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { SpecError } from "../../openapi/document.ts";
import { isObject, type JsonObject } from "../../openapi/json.ts";
import type { Differ, DifferEntry, DifferPlace } from "./differ.ts";

const require = createRequire(import.meta.url);
const longestMs = 60_000;

/**
 * Redocly's differ, which knows what breaks the readers of an answer. It exists as a command alone.
 *
 * @param signal Ends the command, and removes its files, when it is aborted.
 */
export function redoclyDiffer(signal?: AbortSignal): Differ {
  return async (base, revision) => {
    refuseOutsideReferences(base);
    refuseOutsideReferences(revision);
    const folder = await mkdtemp(join(tmpdir(), "ldusage-diff-"));
    try {
      const config = "extends: [diff-recommended]\n";
      await writeFile(join(folder, "redocly.yaml"), config);
      await writeFile(join(folder, "base.json"), JSON.stringify(base));
      await writeFile(join(folder, "revision.json"), JSON.stringify(revision));
      return readReport(await runDiff(folder, signal));
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  };
}

async function runDiff(folder: string, signal: AbortSignal | undefined): Promise<string> {
  const command = require.resolve("@redocly/cli/bin/cli.js");
  const options = ["--config", "redocly.yaml", "--format", "json", "--fail-on", "none"];
  try {
    const { stdout } = await promisify(execFile)(
      process.execPath,
      [command, "diff", "base.json", "revision.json", ...options],
      {
        cwd: folder,
        env: { ...process.env, REDOCLY_TELEMETRY: "off", REDOCLY_SUPPRESS_UPDATE_NOTICE: "true" },
        maxBuffer: 2 ** 28,
        timeout: longestMs,
        ...(signal === undefined ? {} : { signal }),
      },
    );
    return stdout;
  } catch (error) {
    signal?.throwIfAborted();
    const { stderr = "" } = error instanceof Error ? (error as Error & { stderr?: string }) : {};
    throw failed(`redocly diff failed: ${stderr.trim().split("\n").at(-1) ?? ""}`);
  }
}

// The command would follow them to other files and hosts.
function refuseOutsideReferences(value: unknown): void {
  if (Array.isArray(value)) value.forEach(refuseOutsideReferences);
  if (!isObject(value)) return;
  const reference = value["$ref"];
  if (typeof reference === "string" && !reference.startsWith("#")) {
    throw new SpecError(
      "compare",
      reference,
      "the reference leads out of the document; write it out upstream",
    );
  }
  Object.values(value).forEach(refuseOutsideReferences);
}

/**
 * Reads the JSON report of `redocly diff`.
 *
 * @throws SpecError where it is not in the form that this code was written for.
 */
export function readReport(text: string): DifferEntry[] {
  let report: unknown;
  try {
    report = JSON.parse(text);
  } catch {
    throw failed("redocly diff wrote no report in JSON");
  }
  if (!isObject(report) || report["reportVersion"] !== "1" || !Array.isArray(report["changes"])) {
    throw failed("redocly diff wrote a report in a form that is not known");
  }
  return report["changes"].map(readEntry);
}

const kinds = ["added", "removed", "modified"] as const;
const impacts = ["major", "minor", "patch"] as const;

function readEntry(entry: unknown): DifferEntry {
  const { kind, impact, typeName, property, base, revision }: JsonObject = isObject(entry) ? entry : {};
  const knownKind = kinds.find((each) => each === kind);
  const knownImpact = impacts.find((each) => each === impact);
  if (knownKind === undefined || knownImpact === undefined || typeof typeName !== "string") {
    throw failed("redocly diff wrote a change in a form that is not known");
  }
  return {
    kind: knownKind,
    impact: knownImpact,
    typeName,
    property: typeof property === "string" ? property : undefined,
    base: readPlace(base),
    revision: readPlace(revision),
  };
}

function readPlace(place: unknown): DifferPlace | undefined {
  if (!isObject(place) || typeof place["pointer"] !== "string") return undefined;
  return { pointer: place["pointer"], value: place["value"] };
}

function failed(problem: string): SpecError {
  return new SpecError(
    "compare",
    "responses and schemas",
    `${problem}; run \`npm run bootstrap\` and try again`,
  );
}
