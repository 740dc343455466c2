import { formatTable } from "./format-table.ts";
import { isKept, type Outcome, sectionsOf } from "./outcome.ts";

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
  const reasons = missed.map(
    ({ subject, name, reason }) => `- \`${subject}\`, ${name}: ${reason ?? "the reason is not known yet"}`,
  );
  return [sentence, formatTable(goalColumns, rows), ...(missed.length > 0 ? [reasons.join("\n")] : [])].join(
    "\n\n",
  );
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
