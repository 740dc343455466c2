import { findStale } from "./drift/find-stale.ts";
import { SpecError } from "./openapi/document.ts";
import { renderAll } from "./pipeline.ts";
import { repositoryRoot } from "./repository-root.ts";
import { changesFor } from "./write/changes-for.ts";
import { runExclusively } from "./write/run-exclusively.ts";
import { writeFiles } from "./write/write-files.ts";

// Everything is rendered before the first file is written: a failing stage leaves the tree as it was.
try {
  await runExclusively(repositoryRoot, async ({ finished, signal }) => {
    for (const file of finished) console.log(`finished ${file}, which an interrupted run had left`);
    const { targets, operationCount, unexplained, unmeasured } = await renderAll(repositoryRoot);
    const changes = changesFor(targets, await findStale(repositoryRoot, targets));
    signal.throwIfAborted();
    writeFiles(repositoryRoot, changes);
    for (const { file } of changes.written) console.log(`wrote ${file}`);
    for (const file of changes.removed) console.log(`removed ${file}`);
    for (const { operationId, place, text } of unexplained) {
      console.warn(`no rule reads ${operationId}, ${place}: ${JSON.stringify(text)}`);
    }
    for (const operationId of unmeasured) {
      console.warn(`${operationId}: nothing says what it counts; state its measure in spec/overlay.yaml`);
    }
    const changed = changes.written.length + changes.removed.length;
    console.log(`${operationCount} operations in ${targets.length} files, ${changed} changed.`);
  });
} catch (error) {
  if (!(error instanceof SpecError)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}
