import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

export const root: string = fileURLToPath(new URL("../../../", import.meta.url));

/** The names of the guides, and the ids of the operations that have a page. */
export const guides: readonly string[] = await namesIn("docs/guides");
export const operationPages: readonly string[] = await namesIn("docs/operations");

/** One of each kind of page. */
export const kinds = {
  home: "index.html",
  guide: guides[0] === undefined ? "CONTRIBUTING.html" : `guides/${guides[0]}.html`,
  operation: operationPages[0] === undefined ? "operations.html" : `operations/${operationPages[0]}.html`,
  package: "modules/helpers.html",
  function: "functions/helpers.pivot.html",
  interface: "interfaces/helpers.PivotOptions.html",
} as const;

async function namesIn(folder: string): Promise<string[]> {
  const files = await readdir(join(root, folder)).catch(() => []);
  return files.map((name) => name.replace(/\.md$/, "")).sort();
}
