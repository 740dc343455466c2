import { quoteText } from "@ldusage/types/errors";
import { NonAdditiveError } from "../errors/non-additive-error.ts";
import { checkDimensions } from "../pivot/dimension-codes.ts";
import { canonicalValue, dimensionLabel } from "../series/dimensions.ts";
import type { DimensionValue, SeriesTable } from "../series/series-table.ts";

/** What one value of a dimension reached in a month. */
export interface ChargedGroup {
  readonly label: string;
  readonly dimensionValue: DimensionValue | undefined;
  readonly isUnattributed: boolean;
  readonly value: number;
}

interface GroupOptions {
  readonly dimension: string;
  readonly unattributed?: readonly string[] | undefined;
}

/** The series of a table as groups by a dimension, with what each reached. Series without a point are left out. */
export function chargedGroups(
  { columns, facts }: SeriesTable,
  totals: readonly number[],
  { dimension, unattributed = ["unknown", ""] }: GroupOptions,
): { groups: ChargedGroup[]; notes: string[] } {
  checkDimensions(columns, "dimension", [dimension]);
  const noValue = new Set(unattributed.map(fold));
  const groups = new Map<string, ChargedGroup>();
  let holes = 0;
  let merged = 0;
  for (const [index, { dimensions }] of columns.entries()) {
    const value = totals[index] ?? Number.NaN;
    if (Number.isNaN(value)) {
      holes += 1;
      continue;
    }
    const found = dimensions[dimension];
    const isUnattributed =
      found === undefined || found === null || (typeof found === "string" && noValue.has(fold(found)));
    const key = isUnattributed ? "unattributed" : canonicalValue(found);
    const known = groups.get(key);
    if (known !== undefined && isUnattributed) merged += 1;
    else if (known !== undefined && facts.additiveAcrossGroups !== "yes") {
      throw new NonAdditiveError(
        "groups",
        `several series have ${quoteText(`${dimension} ${key}`)}, and they may overlap`,
        "ask for a breakdown by this dimension alone",
      );
    }
    groups.set(key, {
      label: isUnattributed ? "(unattributed)" : dimensionLabel(found),
      dimensionValue: isUnattributed ? undefined : found,
      isUnattributed,
      value: (known?.value ?? 0) + value,
    });
  }
  const notes = holes === 0 ? [] : [`${holes} series have no point in the month and are left out.`];
  if (merged > 0) {
    const bound = facts.additiveAcrossGroups === "yes" ? "" : ", which may count some keys twice";
    notes.push(`${merged + 1} series without ${dimension} are added to be charged as one${bound}.`);
  }
  return { groups: [...groups.values()], notes };
}

function fold(text: string): string {
  return text.trim().toLowerCase();
}
