import { cases } from "../cases.ts";
import type { CaseResult, ConformanceEnvironment } from "../conformance-case.ts";
import { runCases } from "../run-cases.ts";

/** What the program in a runtime is told. */
export interface SuiteSettings {
  readonly environment: ConformanceEnvironment;
  /** Where results go, one POST for each case. */
  readonly resultsUrl: string;
}

/** Runs the whole suite and sends each result as soon as there is one. */
export async function runSuite({ environment, resultsUrl }: SuiteSettings): Promise<void> {
  await runCases(cases, environment, (result) => sendResult(resultsUrl, result));
}

async function sendResult(resultsUrl: string, result: CaseResult): Promise<void> {
  // Read to the end, so that the connection is free again.
  await (await fetch(resultsUrl, { method: "POST", body: JSON.stringify(result) })).text();
}
