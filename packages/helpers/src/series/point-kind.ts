import { refuseOption } from "@ldusage/types/errors";
import { describeFacts } from "./describe-facts.ts";
import type { SeriesColumn, SeriesFacts, SeriesTable } from "./series-table.ts";

/** Whether points count from the start of their month. Of an unknown operation the caller must know. */
export function isMonthToDate(facts: SeriesFacts): boolean {
  return facts.aggregation === "month-to-date" || isUnknown(facts);
}

/** Says that points of an unknown operation are taken at the caller's word. */
export function notesOnKind(facts: SeriesFacts): string[] {
  return isUnknown(facts) ? ["The operation is not known: its points are taken to be month-to-date."] : [];
}

function isUnknown({ operationId, aggregation }: SeriesFacts): boolean {
  return operationId === undefined && aggregation === undefined;
}

/** The way out where a total is needed, or is another one. */
export const giveTotal = "give as total the answer without a breakdown";

/** The only series of a table. */
export function onlySeries({ columns }: SeriesTable, name: string): SeriesColumn {
  const [column] = columns;
  if (columns.length === 1 && column !== undefined) return column;
  const wayOut = "filter to one group, or ask without a breakdown";
  throw refuseOption(name, `${columns.length} series`, "it is not one series", wayOut);
}

/** Refuses a total that is not of the same question as its groups. */
export function checkTotal(groups: SeriesTable, total: SeriesTable): void {
  onlySeries(total, "total");
  const [question, other] = [describeFacts(groups.facts), describeFacts(total.facts)];
  if (question === other) return;
  const rule = `it does not answer the question of the groups, ${question}`;
  throw refuseOption("total", other, rule, giveTotal);
}
