import type { Bump } from "../compare/change-kinds.ts";
import { plain } from "../compare/phrase.ts";
import { changeLines, proseSentence } from "./change-lines.ts";
import type { SyncReport } from "./sync-report.ts";
import { renderLines } from "./to-markdown.ts";

const headings: Readonly<Record<Bump, string>> = {
  major: "What may break you:",
  minor: "What is new:",
  patch: "What else changed:",
};

/**
 * A changeset in the words of a report, without what concerns maintainers alone.
 *
 * @param packages Names of the packages that carry the words in their changelogs.
 */
export function toChangeset(
  { changes, prose, operationCount }: Pick<SyncReport, "changes" | "prose" | "operationCount">,
  bump: Bump,
  packages: readonly string[],
): string {
  const reworded = proseSentence(prose);
  const parts = (["major", "minor", "patch"] as const).flatMap((each) => {
    const lines = [
      ...changeLines(changes, each, operationCount),
      ...(each === "patch" && reworded !== undefined ? [{ text: plain(reworded), below: [] }] : []),
    ];
    return lines.length === 0 ? [] : [`${headings[each]}\n\n${renderLines(lines)}`];
  });
  const names = packages.map((name) => `${JSON.stringify(name)}: ${bump}\n`).join("");
  return `---\n\n${names}\n---\n\nUpstream's description of the API has changed.\n\n${parts.join("\n")}`;
}
