import type { Section } from "./section.ts";

/** What became of a subject: what it gave, or why it gave nothing. */
export type Outcome =
  | { readonly name: string; readonly section: Section }
  | { readonly name: string; readonly failure: string };

/** Sections of the subjects that could be measured, with their names. */
export function sectionsOf(
  outcomes: readonly Outcome[],
): readonly { readonly name: string; readonly section: Section }[] {
  return outcomes.flatMap((outcome) => ("section" in outcome ? [outcome] : []));
}

/** Whether all was measured and no budget is exceeded. Goals that are missed are only told. */
export function hasPassed(outcomes: readonly Outcome[]): boolean {
  const budgets = sectionsOf(outcomes).flatMap(({ section }) => section.budgets);
  return outcomes.every((outcome) => "section" in outcome) && budgets.every(isKept);
}

/** Whether a budget is kept. What is no number has not been measured, and keeps none. */
export function isKept({ measured, limit }: Section["budgets"][number]): boolean {
  return measured <= limit;
}
