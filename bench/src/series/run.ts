// `npm run bench:series` measures what series cost with `@ldusage/helpers`, beside what one would write or install
// instead (`--quick`: a part of it; `--only decode,csv`: some tasks). Everything that is compared is first shown to give
// the same result; one that does not ends the program with code 1.
//
// Each implementation runs in processes of its own, in plain JavaScript on the built packages. Processes take turns, round
// by round, and what counts is the median of the ratios within the rounds: absolute times depend on the machine and on
// what else it does. Peak memory is what the first run of a process adds to its resident memory.
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { benchFolder } from "../processes/bench-folder.ts";
import { compilePrograms } from "../processes/compile-programs.ts";
import { installPeers } from "../processes/install-peers.ts";
import type { ShapeName } from "./input/shapes.ts";
import { type Inputs, writeInputs } from "./input/write-inputs.ts";
import { checkEqual, measureRounds, type Rounds, UnequalResultsError } from "./measure-task.ts";
import { readOptions } from "./read-options.ts";
import { describeResults } from "./report/describe-results.ts";
import { describeTask } from "./report/describe-task.ts";
import type { TaskResult } from "./report/task-result.ts";
import type { Task } from "./tasks.ts";

const options = readOptions(process.argv.slice(2));
await installPeers();
await compilePrograms();
const inputs = await writeInputs(options.tasks.flatMap(({ shapes }) => shapes));
try {
  for (const task of options.tasks) {
    for (const shape of task.shapes) await checkEqual(task, shape, inputFile(inputs, shape));
  }
  const results: TaskResult[] = [];
  for (const task of options.tasks) {
    const result = { task, rounds: await measureShapes(task) };
    process.stdout.write(`${describeTask(result)}\n\n`);
    results.push(result);
  }
  if (options.isWhole) await writeFile(join(benchFolder, "RESULTS.md"), describeResults(results, new Date()));
} catch (error) {
  if (!(error instanceof UnequalResultsError)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 1;
} finally {
  await inputs.remove();
}

async function measureShapes(task: Task): Promise<ReadonlyMap<ShapeName, Rounds>> {
  const measured = new Map<ShapeName, Rounds>();
  for (const shape of task.shapes) {
    process.stderr.write(`${task.title}, ${shape}\n`);
    measured.set(shape, await measureRounds(task, shape, inputFile(inputs, shape), options.effort));
  }
  return measured;
}

function inputFile({ files }: Inputs, shape: ShapeName): string {
  const file = files.get(shape);
  if (file === undefined) throw new Error(`no response of the shape ${shape} has been written`);
  return file;
}
