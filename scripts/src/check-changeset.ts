// Fails when a change that ships has no changeset: `npm run check:changeset -- --base <branch>`.
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { checkChangeset } from "./changeset/check-changeset.ts";
import { repositoryRoot } from "./repository-root.ts";

async function baseBranches(): Promise<readonly string[]> {
  const { values } = parseArgs({ options: { base: { type: "string" } } });
  if (values.base !== undefined) return [values.base];
  const config: { baseBranch: string } = JSON.parse(
    await readFile(join(repositoryRoot, ".changeset/config.json"), "utf8"),
  );
  // On a pull request, GitHub names the branch that it is to be merged into.
  const name = process.env["GITHUB_BASE_REF"] || config.baseBranch;
  return [`origin/${name}`, name];
}

const { exitCode, lines } = await checkChangeset(repositoryRoot, await baseBranches());
const out = exitCode === 0 ? process.stdout : process.stderr;
out.write(`${lines.join("\n")}\n`);
process.exitCode = exitCode;
