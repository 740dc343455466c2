import { inspect } from "node:util";
import type { Outcome } from "./report/outcome.ts";
import type { MeasureOptions, Subject } from "./report/section.ts";

/**
 * Measures subjects one after the other, and tells what becomes of each as soon as it is known. One that fails does not
 * keep the others from being measured.
 */
export async function measureSubjects(
  subjects: readonly Subject[],
  options: MeasureOptions,
  tell: (outcome: Outcome) => void,
): Promise<Outcome[]> {
  const outcomes: Outcome[] = [];
  for (const subject of subjects) {
    options.log(`measuring ${subject.name}`);
    const outcome = await measure(subject, options);
    tell(outcome);
    outcomes.push(outcome);
  }
  return outcomes;
}

async function measure(subject: Subject, options: MeasureOptions): Promise<Outcome> {
  try {
    return { name: subject.name, section: await subject.measure(options) };
  } catch (error) {
    return { name: subject.name, failure: inspect(error) };
  }
}
