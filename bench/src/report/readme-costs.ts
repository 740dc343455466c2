import type { goalColumns } from "./describe-verdicts.ts";
import { formatTable } from "./format-table.ts";

/** A line of the table of goals, by its columns. */
export type GoalLine = Readonly<Record<(typeof goalColumns)[number], string>>;

/** Subjects whose first goal the README quotes. */
const quotedSubjects = ["import", "bundle", "types", "call", "pull", "decode", "rollup", "pivot", "csv"];

const [start, end] = ["<!-- costs: from bench/RESULTS.md -->", "<!-- end of costs -->"];

/** The lines of the table of goals in a file of results. */
export function readGoals(results: string): GoalLine[] {
  const [, ofGoals = ""] = results.split("\n## Goals\n");
  const [table = ""] = ofGoals.split("\n## ");
  return [...table.matchAll(/^\| (.*) \|$/gm)].slice(2).map((match) => {
    const cells = (match[1] ?? "").split(/(?<!\\)\|/).map((cell) => cell.trim().replaceAll("\\|", "|"));
    const [subject = "", goal = "", promised = "", measured = "", verdict = ""] = cells;
    return { subject, goal, promised, measured, verdict };
  });
}

/** The part of the README that quotes a file of results, between its marks. */
export function describeCosts(results: string): string {
  const goals = readGoals(results);
  const rows = quotedSubjects.flatMap((name) => {
    const first = goals.find(({ subject }) => subject === name);
    return first === undefined ? [] : [[first.goal, first.promised, first.measured]];
  });
  return `${start}\n\n${formatTable(["Compared", "Promised", "Measured"], rows)}\n\n${end}`;
}

/** The part of the README between the marks, with them; `undefined` where they are not. */
export function findCosts(readme: string): string | undefined {
  const [from, to] = [readme.indexOf(start), readme.indexOf(end)];
  return from < 0 || to < from ? undefined : readme.slice(from, to + end.length);
}

/**
 * The README with what it quotes from a file of results.
 *
 * @throws Error when it has no marks.
 */
export function updateCosts(readme: string, results: string): string {
  const known = findCosts(readme);
  if (known === undefined) throw new Error(`README.md has no part between "${start}" and "${end}"`);
  return readme.replace(known, () => describeCosts(results));
}
