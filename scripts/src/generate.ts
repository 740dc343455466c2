import { mkdir, rename, rm, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { findStale } from "./drift/find-stale.ts";
import { SpecError } from "./openapi/document.ts";
import { renderAll } from "./pipeline.ts";
import { repositoryRoot } from "./repository-root.ts";

// Everything is rendered before the first file is written: a failing stage leaves the tree as it was.
try {
  const { targets, operationCount, unexplained, unmeasured } = await renderAll(repositoryRoot);
  const texts = new Map(targets.map(({ file, text }) => [file, text]));
  const stale = await findStale(repositoryRoot, targets);
  for (const file of stale) {
    const path = join(repositoryRoot, file);
    const text = texts.get(file);
    if (text === undefined) {
      await rm(path);
    } else {
      await mkdir(dirname(path), { recursive: true });
      await writeFile(`${path}.new`, text);
      await rename(`${path}.new`, path);
    }
    console.log(`${text === undefined ? "removed" : "wrote"} ${file}`);
  }
  for (const { operationId, place, text } of unexplained) {
    console.warn(`no rule reads ${operationId}, ${place}: ${JSON.stringify(text)}`);
  }
  for (const operationId of unmeasured) {
    console.warn(`${operationId}: nothing says what it counts; state its measure in spec/overlay.yaml`);
  }
  console.log(`${operationCount} operations in ${targets.length} files, ${stale.length} changed.`);
} catch (error) {
  if (!(error instanceof SpecError)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}
