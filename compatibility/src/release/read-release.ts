import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { repositoryRoot } from "../consumer/repository-root.ts";
import type { Release } from "./inspect-manifest.ts";

/** Reads what the packages of this repository should have in common. */
export async function readRelease(): Promise<Release> {
  const read = (path: string): Promise<string> => readFile(join(repositoryRoot, path), "utf8");
  const { engines }: { engines: { node: string } } = JSON.parse(await read("package.json"));
  const { version }: { version: string } = JSON.parse(await read("packages/types/package.json"));
  return { version, nodeRange: engines.node, licence: await read("LICENSE") };
}
