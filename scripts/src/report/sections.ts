import type { Bump } from "../compare/change-kinds.ts";
import { type Phrase, phrase, plain } from "../compare/phrase.ts";
import type { Finding } from "../pipeline.ts";
import { changeLines, cut, type Line, namesOf, proseSentence } from "./change-lines.ts";
import { isChanged, type SyncReport } from "./sync-report.ts";

/** A part of a report: a heading and lines. A part without lines is not shown. */
export interface Section {
  readonly heading: string;
  readonly lines: readonly Line[];
}

const bumpHeadings: Readonly<Record<Bump, string>> = {
  major: "Major: what may break users of the packages",
  minor: "Minor: what is new to them",
  patch: "Patch: what they cannot notice in a program",
};

/** The first sentences of a report: whether anything changed, and how much. */
export function verdictOf(report: SyncReport): string {
  if (!isChanged(report)) return "No change: the tree holds what upstream says.";
  const would = report.isDryRun ? " Nothing was written, since this was a dry run." : "";
  if (report.bump === undefined) {
    return `Changed, but no file of a package is: no version has to grow.${would}`;
  }
  return `Changed: the packages need a ${report.bump} version.${would}`;
}

/** Everything that a report says to maintainers, part by part. */
export function sectionsOf(report: SyncReport): Section[] {
  const sections: Section[] = [
    ...changeSections(report),
    { heading: "Facts that no rule understood", lines: report.unexplained.map(unexplainedLine) },
    {
      heading: "Operations of which nothing says what they count: state the measure in spec/overlay.yaml",
      lines: report.unmeasured.map((operationId) => line(phrase`${operationId}`)),
    },
    {
      heading: "Actions of the overlay that no longer apply: `npm run generate` fails until they are revised",
      lines: report.overlayFindings.map(findingLine),
    },
    { heading: "Notices", lines: noticeLines(report.notices) },
    { heading: report.isDryRun ? "Would be written" : "Written", lines: report.written.map(quoteLine) },
    { heading: report.isDryRun ? "Would be removed" : "Removed", lines: report.removed.map(quoteLine) },
  ];
  return sections
    .filter(({ lines }) => lines.length > 0)
    .map(({ heading, lines }) => ({ heading, lines: cut(lines, (rest) => line(phrase`And ${rest} more.`)) }));
}

/** What changed, class by class. */
function changeSections({ changes, prose, operationCount }: SyncReport): Section[] {
  const reworded = proseSentence(prose);
  return (["major", "minor", "patch"] as const).map((bump) => ({
    heading: bumpHeadings[bump],
    lines: [
      ...changeLines(changes, bump, operationCount),
      ...(bump === "patch" && reworded !== undefined ? [line(plain(reworded))] : []),
    ],
  }));
}

function unexplainedLine({ operationId, place, text }: SyncReport["unexplained"][number]): Line {
  return line(phrase`${operationId}, ${place}: ${text}`);
}

function findingLine({ stage, place, problem, wayOut }: Finding): Line {
  const found = phrase`${plain(stage)}, ${place}: ${problem}`;
  return wayOut === undefined ? line(found) : { text: found, below: [phrase`Way out: ${wayOut}`] };
}

/** One line for what is the same in many places. */
function noticeLines(notices: readonly Finding[]): Line[] {
  const groups = new Map<string, { finding: Finding; places: Set<string> }>();
  for (const finding of notices) {
    const key = JSON.stringify([finding.stage, finding.problem, finding.wayOut]);
    const group = groups.get(key) ?? { finding, places: new Set() };
    groups.set(key, { finding, places: group.places.add(finding.place) });
  }
  return [...groups.values()].map(({ finding, places }) => {
    if (places.size === 1) return findingLine(finding);
    const where = phrase`${plain(finding.stage)}, ${places.size} places (${namesOf([...places])})`;
    const below = finding.wayOut === undefined ? [] : [phrase`Way out: ${finding.wayOut}`];
    return { text: phrase`${where}: ${finding.problem}`, below };
  });
}

function quoteLine(file: string): Line {
  return line(phrase`${file}`);
}

function line(text: Phrase): Line {
  return { text, below: [] };
}
