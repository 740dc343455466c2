import { execFile } from "node:child_process";
import { chmod, mkdir, readFile, writeFile } from "node:fs/promises";
import { delimiter, join } from "node:path";

/** Where a step runs: a checkout, the runner's own folder, and programs that stand in for real ones. */
export interface StepPlace {
  readonly checkout: string;
  readonly runnerFolder: string;
  readonly environment?: Readonly<Record<string, string>>;
}

/** What a step left behind. */
export interface StepResult {
  readonly exitCode: number;
  readonly output: string;
  /** What it handed to later steps. */
  readonly outputs: string;
  /** What it showed on the page of the run. */
  readonly summary: string;
}

const programs = (place: StepPlace): string => join(place.runnerFolder, "programs");

/** Puts a script in the place of a program that a step calls. */
export async function standIn(place: StepPlace, program: string, script: string): Promise<void> {
  await mkdir(programs(place), { recursive: true });
  const file = join(programs(place), program);
  await writeFile(file, `#!/usr/bin/env bash\nset -eo pipefail\n${script}\n`);
  await chmod(file, 0o755);
}

/** Runs the commands of a step as a runner does for `shell: bash`. */
export async function runStep(commands: string, place: StepPlace): Promise<StepResult> {
  const { checkout, runnerFolder, environment = {} } = place;
  const [outputs, summary] = [join(runnerFolder, "outputs"), join(runnerFolder, "summary")];
  for (const file of [outputs, summary]) await writeFile(file, "");
  const env = {
    ...process.env,
    ...environment,
    PATH: [programs(place), process.env["PATH"]].join(delimiter),
    RUNNER_TEMP: runnerFolder,
    GITHUB_OUTPUT: outputs,
    GITHUB_STEP_SUMMARY: summary,
  };
  const result = await new Promise<Pick<StepResult, "exitCode" | "output">>((resolve, reject) => {
    const args = ["--noprofile", "--norc", "-eo", "pipefail", "-c", commands];
    execFile("bash", args, { cwd: checkout, env }, (error, stdout, stderr) => {
      if (error !== null && typeof error.code !== "number") reject(error);
      else resolve({ exitCode: typeof error?.code === "number" ? error.code : 0, output: stdout + stderr });
    });
  });
  return {
    ...result,
    outputs: await readFile(outputs, "utf8"),
    summary: await readFile(summary, "utf8"),
  };
}
