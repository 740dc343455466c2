// `npm run bench` measures what the packages cost, subject by subject, beside what one would use instead and beside the
// physical limits; `--help` tells its options. It prints each subject as soon as it is measured, then all goals and
// budgets.
import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { measureSubjects } from "./measure-subjects.ts";
import { benchFolder, repositoryRoot } from "./processes/bench-folder.ts";
import { buildPackages } from "./processes/build-packages.ts";
import { compilePrograms } from "./processes/compile-programs.ts";
import { type BenchOptions, describeOptions, readOptions } from "./read-options.ts";
import { describeMachine } from "./report/describe-machine.ts";
import { describeResults } from "./report/describe-results.ts";
import { describeOutcome } from "./report/describe-section.ts";
import { describeBudgets, describeGoals } from "./report/describe-verdicts.ts";
import { hasPassed } from "./report/outcome.ts";
import { updateCosts } from "./report/readme-costs.ts";
import { subjects } from "./subjects.ts";

const names = subjects.map(({ name }) => name);
const print = (text: string): boolean => process.stdout.write(`${text}\n\n`);
const log = (line: string): boolean => process.stderr.write(`${line}\n`);

const options = tryToReadOptions();
if (options?.help === true) process.stdout.write(describeOptions(names));
else if (options !== undefined) await run(options);

function tryToReadOptions(): BenchOptions | undefined {
  try {
    return readOptions(process.argv.slice(2), names);
  } catch (error) {
    log(error instanceof Error ? `${error.message}\n` : String(error));
    log(describeOptions(names));
    process.exitCode = 1;
    return undefined;
  }
}

async function run({ names: asked, quick, writes }: BenchOptions): Promise<void> {
  const machine = describeMachine(new Date());
  print(machine);
  log("building the packages and the programs");
  await buildPackages();
  await compilePrograms();
  const outcomes = await measureSubjects(
    subjects.filter(({ name }) => asked.includes(name)),
    { quick, log },
    (outcome) => print(describeOutcome(outcome)),
  );
  print(`## Goals\n\n${describeGoals(outcomes)}`);
  print(`## Budgets\n\n${describeBudgets(outcomes)}`);
  if (writes) await write(describeResults(outcomes, { machine, quick }));
  if (!hasPassed(outcomes)) {
    log("FAILED: a subject could not be measured, or a budget is exceeded; see above.");
    process.exitCode = 1;
  }
}

/** Writes the file of results, and what the README quotes of it. */
async function write(results: string): Promise<void> {
  await writeFile(join(benchFolder, "RESULTS.md"), results);
  const readme = join(repositoryRoot, "README.md");
  await writeFile(readme, updateCosts(await readFile(readme, "utf8"), results));
}
