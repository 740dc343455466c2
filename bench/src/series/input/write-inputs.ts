import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { generateResponse } from "./generate-response.ts";
import { type ShapeName, shapes } from "./shapes.ts";

const seed = 20_250_101;

/** Responses as files, so that the processes that read them have not spent any memory on making them. */
export interface Inputs {
  readonly files: ReadonlyMap<ShapeName, string>;
  remove(): Promise<void>;
}

/** Writes a response of each shape to a folder of its own in the system's temporary one. */
export async function writeInputs(names: Iterable<ShapeName>): Promise<Inputs> {
  const folder = await mkdtemp(join(tmpdir(), "ldusage-bench-"));
  const files = new Map<ShapeName, string>();
  for (const name of new Set(names)) {
    const file = join(folder, `${name}.json`);
    await writeFile(file, generateResponse(shapes[name], seed));
    files.set(name, file);
  }
  return { files, remove: () => rm(folder, { recursive: true, force: true }) };
}
