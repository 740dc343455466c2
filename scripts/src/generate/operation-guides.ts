import type { OperationDescriptor } from "@ldusage/types/catalog";

interface GuideRule {
  /** File in `docs/guides`. */
  readonly guide: string;
  /** What the guide is for, as the text of a link. */
  readonly title: string;
  readonly matters: (operation: OperationDescriptor) => boolean;
}

const isSeries = ({ response }: OperationDescriptor): boolean => response.kind === "series";

/** Which guide matters to which operations, by their facts. */
const rules: readonly GuideRule[] = [
  { guide: "first-call", title: "A first call", matters: () => true },
  { guide: "time-ranges", title: "Time ranges", matters: ({ timeUnit }) => timeUnit !== null },
  { guide: "what-may-be-added", title: "What may be added", matters: isSeries },
  { guide: "pivoting", title: "Pivoting", matters: ({ groupBy }) => groupBy !== null },
  {
    guide: "long-pulls",
    title: "Long pulls",
    matters: ({ maxRangeDays, granularity }) => maxRangeDays !== null || granularity.mode === "age",
  },
  {
    guide: "chargeback-and-forecasts",
    title: "Chargeback and forecasts",
    matters: ({ aggregations }) => aggregations.some(({ kind }) => kind === "month-to-date"),
  },
  { guide: "exporting", title: "Exporting", matters: isSeries },
  { guide: "rate-limits-and-errors", title: "Rate limits and errors", matters: () => true },
  { guide: "testing-with-the-simulator", title: "Testing with the simulator", matters: () => true },
];

/** Links from an operation's page to the guides that matter to it. */
export function guideLinks(operation: OperationDescriptor): string[] {
  return rules
    .filter(({ matters }) => matters(operation))
    .map(({ guide, title }) => `[${title}](../guides/${guide}.md)`);
}
