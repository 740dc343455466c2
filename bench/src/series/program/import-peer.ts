import { createRequire } from "node:module";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { benchFolder } from "../../processes/bench-folder.ts";

/**
 * Loads a library from `bench/peers`. Its own types are not at hand where it is not installed, so that each program
 * says which part of the library it uses.
 */
export async function importPeer<Module>(name: string): Promise<Module> {
  const { resolve } = createRequire(join(benchFolder, "peers/package.json"));
  return import(pathToFileURL(resolve(name)).href);
}
