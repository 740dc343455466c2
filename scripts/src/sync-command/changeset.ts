import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import type { Bump } from "../compare/change-kinds.ts";
import type { Target } from "../drift/find-stale.ts";
import { SpecError } from "../openapi/document.ts";
import { isObject } from "../openapi/json.ts";
import type { SyncReport } from "../report/sync-report.ts";
import { toChangeset } from "../report/to-changeset.ts";
import { nodeFileSystem } from "../write/file-system.ts";

const folder = ".changeset";
const configFile = `${folder}/config.json`;

/**
 * The changeset of a sync, named by the document that it leads to. One that an earlier sync left is never touched: each
 * says what one step changed, and both are released together.
 */
export async function makeChangeset(
  root: string,
  upstreamText: string,
  bump: Bump,
  words: Pick<SyncReport, "changes" | "prose" | "operationCount">,
): Promise<Target> {
  const hash = createHash("sha256").update(upstreamText, "utf8").digest("hex").slice(0, 8);
  const taken = nodeFileSystem.list(join(root, folder));
  let name = `spec-${hash}.md`;
  for (let number = 2; taken.includes(name); number += 1) name = `spec-${hash}-${number}.md`;
  return { file: `${folder}/${name}`, text: toChangeset(words, bump, await packagesOf(root)) };
}

/** Names of the packages that are released together. */
async function packagesOf(root: string): Promise<string[]> {
  const config: unknown = JSON.parse(await readFile(join(root, configFile), "utf8"));
  const groups = isObject(config) ? config["fixed"] : undefined;
  const names = Array.isArray(groups) ? groups.flat().filter((name) => typeof name === "string") : [];
  if (names.length === 0) {
    throw new SpecError("changeset", configFile, 'it has no group of packages under "fixed"; restore it');
  }
  return names;
}
