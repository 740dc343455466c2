import { mkdir, mkdtemp, realpath, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { installPackage, readManifest } from "./install-package.ts";
import { installPackedPackages, packedPackages, publishedPackages } from "./pack-packages.ts";
import { repositoryRoot } from "./repository-root.ts";

/** Time for a test's set-up to create a consumer, when nothing is built yet and the machine is busy. */
export const consumerTimeoutMs = 120_000;

export interface ConsumerOptions {
  /** Also installs the official client, `launchdarkly-api-typescript`, with all that it needs. @default false */
  readonly official?: boolean;
  /** Also installs the simulator, with all that it needs. @default false */
  readonly simulator?: boolean;
  /** Also installs the declarations of Node.js. @default false */
  readonly nodeTypes?: boolean;
}

/** A project outside the repository that has installed the packages as they would be published. */
export interface Consumer {
  readonly folder: string;
  /** Writes files, given by their paths from the project's folder. */
  write(files: Readonly<Record<string, string>>): Promise<void>;
  /** Deletes the project. */
  remove(): Promise<void>;
}

/**
 * Creates a temporary project of a user of the client, without a network: the packages are built, packed and
 * unpacked, and what their manifests declare is copied from what is installed here.
 */
export async function createConsumer(options: ConsumerOptions = {}): Promise<Consumer> {
  const folder = await realpath(await mkdtemp(join(tmpdir(), "ldusage-consumer-")));
  const consumer: Consumer = {
    folder,
    async write(files) {
      for (const [path, text] of Object.entries(files)) {
        await mkdir(dirname(join(folder, path)), { recursive: true });
        await writeFile(join(folder, path), text);
      }
    },
    remove: () => rm(folder, { recursive: true, force: true }),
  };
  try {
    await install(join(folder, "node_modules"), options);
    await consumer.write({ "package.json": '{ "private": true, "type": "module" }\n' });
    return consumer;
  } catch (error) {
    await consumer.remove();
    throw error;
  }
}

async function install(modules: string, options: ConsumerOptions): Promise<void> {
  const { official, simulator, nodeTypes } = options;
  const names = simulator === true ? publishedPackages : packedPackages;
  await installPackedPackages(modules, names);
  for (const name of names) {
    const installed = join(repositoryRoot, "packages", name, "node_modules");
    const { dependencies = {} } = await readManifest(join(modules, "@ldusage", name));
    const foreign = Object.keys(dependencies).filter((dependency) => !dependency.startsWith("@ldusage/"));
    for (const dependency of foreign) await installPackage(dependency, installed, modules);
  }
  const own = join(repositoryRoot, "compatibility/node_modules");
  if (official === true) await installPackage("launchdarkly-api-typescript", own, modules);
  if (nodeTypes === true) {
    await installPackage("@types/node", join(repositoryRoot, "node_modules"), modules);
  }
}
