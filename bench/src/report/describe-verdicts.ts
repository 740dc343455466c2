import { formatTable } from "./format-table.ts";
import { isKept, type Outcome, sectionsOf } from "./outcome.ts";
import type { Goal } from "./section.ts";

/** The columns of the table of goals. */
export const goalColumns = ["subject", "goal", "promised", "measured", "verdict"] as const;

/** One table of all goals, and why those are missed that are. */
export function describeGoals(outcomes: readonly Outcome[]): string {
  const goals = sectionsOf(outcomes).flatMap(({ name, section }) =>
    section.goals.map((goal) => ({ subject: name, ...goal })),
  );
  if (goals.length === 0) return "No goals.";
  const rows = goals.map(({ subject, name, goal, measured, isMet }) => [
    subject,
    name,
    goal,
    measured,
    isMet ? "met" : "MISSED",
  ]);
  const missed = goals.filter(({ isMet }) => !isMet);
  const sentence = `${goals.length - missed.length} of ${goals.length} goals are met.`;
  return [sentence, formatTable(goalColumns, rows), ...describeReasons(missed)].join("\n\n");
}

/** Why goals are missed, each reason once with its goals. */
function describeReasons(missed: readonly (Goal & { readonly subject: string })[]): string[] {
  const goalsBy = new Map<string, string[]>();
  for (const { subject, name, reason = "the reason is not known yet" } of missed) {
    goalsBy.set(reason, [...(goalsBy.get(reason) ?? []), `  - \`${subject}\`: ${name}`]);
  }
  if (goalsBy.size === 0) return [];
  const items = Array.from(goalsBy, ([reason, names]) => [`- ${reason}:`, ...names].join("\n"));
  return [`Missed, since\n\n${items.join("\n")}`];
}

/** One table of all budgets. */
export function describeBudgets(outcomes: readonly Outcome[]): string {
  const rows = sectionsOf(outcomes).flatMap(({ name, section }) =>
    section.budgets.map((budget) => [
      name,
      budget.name,
      formatNumber(budget.limit),
      formatNumber(budget.measured),
      isKept(budget) ? "kept" : "EXCEEDED",
    ]),
  );
  return rows.length === 0
    ? "No budgets."
    : formatTable(["subject", "budget", "at most", "measured", "verdict"], rows);
}

function formatNumber(value: number): string {
  return Number.isInteger(value) ? String(value) : value.toPrecision(4);
}
