import type { Phrase } from "../compare/phrase.ts";
import type { Line } from "./change-lines.ts";
import { quote, renderPhrase } from "./clean-text.ts";
import { sectionsOf, verdictOf } from "./sections.ts";
import type { SyncReport } from "./sync-report.ts";

// The longest body of a pull request is 65,536 characters.
const longest = 60_000;

/** A report in Markdown, fit for the body of a pull request. */
export function toMarkdown(report: SyncReport): string {
  const sections = sectionsOf(report).map(({ heading, lines }) => `## ${heading}\n\n${renderLines(lines)}`);
  const whole = [`${verdictOf(report)} Upstream is ${quote(report.source)}.\n`, ...sections].join("\n");
  if (whole.length <= longest) return whole;
  const cut = whole.slice(0, whole.lastIndexOf("\n", longest));
  return `${cut}\n\nThe rest is cut off; \`npm run spec:sync -- --dry-run\` shows it.\n`;
}

/** Lines as a list in Markdown. */
export function renderLines(lines: readonly Line[]): string {
  const render = (phrase: Phrase): string => renderPhrase(phrase);
  return lines
    .map(
      ({ text, below }) => `- ${render(text)}\n${below.map((phrase) => `  - ${render(phrase)}\n`).join("")}`,
    )
    .join("");
}
