import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { generateResponse } from "./generate-response.ts";
import { type ShapeName, shapes } from "./shapes.ts";

const seed = 20_250_101;

let folder: string | undefined;
const files = new Map<ShapeName, string>();

/**
 * A file with a response of a shape, so that the processes that read it have not spent any memory on making it. It is
 * written once, to a folder of its own in the system's temporary one that is gone when the process ends.
 */
export function inputFile(shape: ShapeName): string {
  const known = files.get(shape);
  if (known !== undefined) return known;
  const file = join(inputFolder(), `${shape}.json`);
  writeFileSync(file, generateResponse(shapes[shape], seed));
  files.set(shape, file);
  return file;
}

function inputFolder(): string {
  if (folder !== undefined) return folder;
  const created = mkdtempSync(join(tmpdir(), "ldusage-bench-"));
  process.once("exit", () => rmSync(created, { recursive: true, force: true }));
  folder = created;
  return created;
}
