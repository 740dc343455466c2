import { cp, readFile, realpath } from "node:fs/promises";
import { dirname, join } from "node:path";

interface Manifest {
  readonly version: string;
  readonly exports?: Readonly<Record<string, unknown>>;
  readonly dependencies?: Readonly<Record<string, string>>;
}

/**
 * Copies an installed package and all that it declares to need into one flat `node_modules`, as npm would lay it out.
 *
 * @param name the package to copy.
 * @param fromModules the `node_modules` in which it is installed.
 * @param toModules the `node_modules` of the consumer.
 * @throws Error when two versions of one package are needed, which a flat folder cannot hold.
 */
export async function installPackage(name: string, fromModules: string, toModules: string): Promise<void> {
  const source = await realpath(join(fromModules, name));
  const target = join(toModules, name);
  const { version, dependencies = {} } = await readManifest(source);
  const present = await readManifest(target).catch(() => undefined);
  if (present?.version === version) return;
  if (present !== undefined) throw new Error(`${name} is needed as ${present.version} and as ${version}`);
  await cp(source, target, { recursive: true, filter: (path) => path !== join(source, "node_modules") });
  // In pnpm's store, a package's dependencies lie beside it.
  const siblings = name.startsWith("@") ? dirname(dirname(source)) : dirname(source);
  for (const dependency of Object.keys(dependencies)) await installPackage(dependency, siblings, toModules);
}

/** Reads the `package.json` of a package's folder. */
export async function readManifest(packageFolder: string): Promise<Manifest> {
  const manifest: Manifest = JSON.parse(await readFile(join(packageFolder, "package.json"), "utf8"));
  return manifest;
}
