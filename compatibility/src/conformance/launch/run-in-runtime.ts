import { execFile } from "node:child_process";
import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import { cases } from "../cases.ts";
import type { CaseResult } from "../conformance-case.ts";
import { unhandledName } from "../run-cases.ts";
import { checkHeadersSent, headerCheckNames } from "../server/check-headers-sent.ts";
import { startServers } from "../server/start-servers.ts";
import type { BundleKind } from "./bundle-suite.ts";
import type { Runtime } from "./runtime.ts";
import { startCollector } from "./start-collector.ts";

const limitMs = 75_000;

/** What came of one runtime. */
export type RuntimeOutcome =
  | { readonly name: string; readonly notRun: string; readonly cases: number }
  | {
      readonly name: string;
      readonly version: string;
      readonly results: readonly CaseResult[];
      /** How the runtime ended, where cases are without a result. */
      readonly ending?: string;
      readonly elapsedMs: number;
    };

/** Runs the suite in a runtime, if the machine has it. */
export async function runInRuntime(
  runtime: Runtime,
  bundles: Readonly<Record<BundleKind, string>>,
  scratchDirectory: string,
): Promise<RuntimeOutcome> {
  const { name } = runtime;
  const sent = [...cases.map((conformanceCase) => conformanceCase.name), unhandledName];
  const total = sent.length + headerCheckNames.length + runtime.checkNames.length;
  const location = await runtime.locate();
  if ("reason" in location) return { name, notRun: location.reason, cases: total };
  const version = await versionOf(location.binary).catch(() => undefined);
  if (version === undefined) return { name, notRun: `${location.binary} does not start`, cases: total };

  const directory = join(scratchDirectory, name.replaceAll(/[^A-Za-z0-9]/g, "-").toLowerCase());
  await mkdir(directory);
  const startMs = performance.now();
  const servers = await startServers();
  const bundleFile = bundles[runtime.bundle];
  const collector = await startCollector(servers, bundleFile);
  try {
    const ending = await runtime.launch({
      binary: location.binary,
      bundleFile,
      collector,
      directory,
      limitMs,
    });
    const results = [
      ...sent.map((caseName) => resultOf(caseName, collector.results)),
      ...checkHeadersSent(servers.receivedRequests(), servers.accessToken),
      ...ending.checks,
    ];
    const elapsedMs = performance.now() - startMs;
    const isComplete = collector.results.length >= sent.length;
    return { name, version, results, elapsedMs, ...(isComplete ? {} : { ending: ending.words }) };
  } finally {
    await Promise.all([servers.close(), collector.close()]);
  }
}

function resultOf(name: string, results: readonly CaseResult[]): CaseResult {
  return results.find((result) => result.name === name) ?? { name, failure: "no result was sent" };
}

async function versionOf(binary: string): Promise<string> {
  const { stdout } = await promisify(execFile)(binary, ["--version"], { timeout: 15_000 });
  return /\d+(?:[.-]\d+)+/.exec(stdout)?.[0] ?? stdout.trim();
}
