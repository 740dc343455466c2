import { describeOutcome } from "./describe-section.ts";
import { describeBudgets, describeGoals } from "./describe-verdicts.ts";
import type { Outcome } from "./outcome.ts";

export interface RunFacts {
  /** When, on what and of which commit, as Markdown. */
  readonly machine: string;
  readonly quick: boolean;
}

/** The file of results: what was promised, then all that was measured. */
export function describeResults(outcomes: readonly Outcome[], { machine, quick }: RunFacts): string {
  const command = quick ? "npm run bench -- --quick --write" : "npm run bench";
  const parts = [
    `# Results of \`${command}\``,
    introduction,
    machine,
    "## Goals",
    describeGoals(outcomes),
    "## Budgets",
    "What these count does not depend on how busy the machine is. The build fails when one is exceeded.",
    describeBudgets(outcomes),
    ...outcomes.map(describeOutcome),
  ];
  return `${parts.join("\n\n")}\n`;
}

const introduction = `Written by the command; not edited. Ratios come first: what is compared ran in turn, round by round, after its results
had been found equal, and a ratio is the median of the ratios within the rounds, with the smallest and the largest of
them as its range. Times depend on the machine, and on what else it does.`;
