import { findStale } from "./drift/find-stale.ts";
import { SpecError } from "./openapi/document.ts";
import { renderAll } from "./pipeline.ts";
import { repositoryRoot } from "./repository-root.ts";
import { finishTraces } from "./write/run-exclusively.ts";

try {
  for (const file of await finishTraces(repositoryRoot)) {
    console.log(`finished ${file}, which an interrupted run had left`);
  }
  const { targets } = await renderAll(repositoryRoot);
  const stale = await findStale(repositoryRoot, targets);
  for (const file of stale) console.error(`stale: ${file}`);
  if (stale.length > 0) {
    console.error("Run `npm run generate` and commit the result. Generated files are never edited by hand.");
    process.exitCode = 1;
  } else {
    console.log(`${targets.length} generated files match the spec.`);
  }
} catch (error) {
  if (!(error instanceof SpecError)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}
