import type { CaseResult } from "../conformance-case.ts";
import type { BundleKind } from "./bundle-suite.ts";
import type { Collector } from "./start-collector.ts";

/** Where a runtime is on this machine, or why there is none. */
export type Location = { readonly binary: string } | { readonly reason: string };

/** What a runtime needs for one run of the suite. */
export interface Launch {
  readonly binary: string;
  /** The suite, bundled for this kind of runtime. */
  readonly bundleFile: string;
  readonly collector: Collector;
  /** An empty directory for this run alone. */
  readonly directory: string;
  /** How long the suite may take. */
  readonly limitMs: number;
}

/** What is known at the end of a run besides the results that were sent. */
export interface LaunchEnding {
  /** How it ended, for the cases that have sent no result. */
  readonly words: string;
  /** Results of checks from outside. */
  readonly checks: readonly CaseResult[];
}

/** Something that the suite runs in. */
export interface Runtime {
  readonly name: string;
  readonly bundle: BundleKind;
  /** Names of the checks from outside that a launch gives. */
  readonly checkNames: readonly string[];
  locate(): Promise<Location>;
  /** Runs the suite. Leaves no process behind. */
  launch(launch: Launch): Promise<LaunchEnding>;
}
