import { readFileSync } from "node:fs";
import { join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import type { DocumentReflection, ProjectReflection } from "typedoc";

const root = fileURLToPath(new URL("../../", import.meta.url));

/** The file of a document, from the root of the repository. */
export function fileOf(document: DocumentReflection): string {
  const path = document.project.files.getReflectionPath(document);
  if (path === undefined) throw new Error(`The document "${document.name}" has no file.`);
  return relative(root, path).replaceAll("\\", "/");
}

// Words have more to do with what is written about them than with names that have them in it.
const boost = 5;

/** Takes the heading of a document for its name, where its front matter gives none, and lets searches prefer it. */
export function prepareDocuments(project: ProjectReflection): void {
  for (const document of project.documents ?? []) {
    const text = document.content[0]?.text ?? "";
    if (text.startsWith("---")) {
      throw new Error(
        `TypeDoc cannot read the front matter of ${fileOf(document)}: it must have no backticks.`,
      );
    }
    document.relevanceBoost = boost;
    const heading = /^# +(.+)$/m.exec(text)?.[1];
    if (!("title" in document.frontmatter) && heading !== undefined) document.name = heading.trim();
  }
}

/** The documents of the site: guides in the order of the README, the overview of operations, and the rest. */
export function arrangeDocuments(project: ProjectReflection): {
  readonly guides: readonly DocumentReflection[];
  readonly operations: DocumentReflection | undefined;
  readonly others: readonly DocumentReflection[];
} {
  const documents = project.documents ?? [];
  const guides = documents.filter((document) => fileOf(document).startsWith("docs/guides/"));
  const operations = documents.find((document) => fileOf(document) === "docs/operations.md");
  const readme = readFileSync(join(root, "README.md"), "utf8");
  const rank = (document: DocumentReflection): number => {
    const place = readme.indexOf(fileOf(document));
    return place === -1 ? readme.length : place;
  };
  return {
    guides: guides.sort((one, other) => rank(one) - rank(other)),
    operations,
    others: documents.filter((document) => document !== operations && !guides.includes(document)),
  };
}
