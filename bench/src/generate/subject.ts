import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { alternate } from "../processes/alternate.ts";
import { benchFolder, repositoryRoot } from "../processes/bench-folder.ts";
import { compiledProgram } from "../processes/compile-programs.ts";
import { measurePeakBytes, measureProcess } from "../processes/measure-process.ts";
import { waitForQuiet } from "../processes/wait-for-quiet.ts";
import type { MeasureOptions, Section, Subject } from "../report/section.ts";
import { checkEqual } from "../series/digest/check-equal.ts";
import { describeGenerators, generatorNames } from "./describe-generators.ts";
import { synthesizeWhole, wholeSize } from "./synthesize-whole.ts";

/** What generating code from upstream's document costs. */
export const generateSubject: Subject = { name: "generate", measure: measureGenerators };

async function measureGenerators({ quick, log }: MeasureOptions): Promise<Section> {
  const [roundCount, peakRoundCount, patienceMs] = quick ? [1, 1, 0] : [7, 2, 300];
  const folder = await mkdtemp(join(tmpdir(), "ldusage-generate-"));
  try {
    const slice = join(repositoryRoot, "spec/upstream.json");
    const whole = join(folder, "whole.json");
    const document = synthesizeWhole(JSON.parse(await readFile(slice, "utf8")), wholeSize);
    await writeFile(whole, JSON.stringify(document, undefined, 2));
    const commands = commandsFor(slice, whole, folder);
    log("generate, peak memory");
    const peakBytes = await alternate(generatorNames, peakRoundCount, (name) =>
      measurePeakBytes(commands[name], repositoryRoot),
    );
    await checkOutputs(folder);
    log("generate, time");
    const costs = await alternate(generatorNames, roundCount, async (name) => {
      await waitForQuiet(patienceMs);
      return await measureProcess(process.execPath, commands[name], repositoryRoot);
    });
    return describeGenerators({
      costs,
      peakBytes,
      wholeBytes: JSON.stringify(document, undefined, 2).length,
    });
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** Arguments for Node.js, by generator. */
function commandsFor(
  slice: string,
  whole: string,
  folder: string,
): Record<(typeof generatorNames)[number], readonly string[]> {
  const tool = join(repositoryRoot, "scripts/node_modules/openapi-typescript/bin/cli.js");
  const fromSources = ["--import", "tsx", "--conditions=@ldusage/source"];
  const pipeline = [...fromSources, join(benchFolder, "src/generate/pipeline-program.ts")];
  return {
    bare: ["-e", "0"],
    floor: [compiledProgram("generate/floor-program.ts"), whole, join(folder, "floor.json")],
    "ours, whole": [...pipeline, whole, join(folder, "of-whole")],
    "ours, slice": [...pipeline, slice, join(folder, "of-slice")],
    "openapi-typescript, whole": [tool, whole, "--output", join(folder, "whole.ts")],
    "openapi-typescript, slice": [tool, slice, "--output", join(folder, "slice.ts")],
  };
}

/** The whole document and the slice must give the same code. */
async function checkOutputs(folder: string): Promise<void> {
  const files = ["packages/types/src/generated/catalog.ts", "packages/types/src/generated/schema.ts"];
  const results = new Map<string, Record<string, string>>();
  for (const input of ["of-whole", "of-slice"]) {
    const texts = files.map(async (file) => [file, await readFile(join(folder, input, file), "utf8")]);
    results.set(input, Object.fromEntries(await Promise.all(texts)));
  }
  checkEqual(results, "generate");
}
