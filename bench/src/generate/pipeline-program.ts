// What a child process does: runs the spec pipeline over a document, whole or cut, and writes all that it makes. It runs
// from its sources, as the pipeline does for maintainers.
// `pipeline-program.ts <document> <output folder>`.
import { mkdir, readFile, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { overlayFile, renderFrom } from "@ldusage/scripts/pipeline";
import { repositoryRoot } from "../processes/bench-folder.ts";
import { readWhole } from "./read-whole.ts";

const [documentFile = "", outputFolder = ""] = process.argv.slice(2);
const overlayText = await readFile(join(repositoryRoot, overlayFile), "utf8");
const { targets } = await renderFrom({ upstreamText: await readWhole(documentFile), overlayText });
for (const { file, text } of targets) {
  const output = join(outputFolder, file);
  await mkdir(dirname(output), { recursive: true });
  await writeFile(output, text);
}
