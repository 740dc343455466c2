import { relative } from "node:path";
import { fileURLToPath } from "node:url";
import { type Context, type DeclarationReflection, ReflectionCategory, ReflectionKind } from "typedoc";

const packages = fileURLToPath(new URL("../../packages/", import.meta.url));

// Sources lie in folders by task, so that the folder is the category. Of the places that fit, the longest counts;
// the categories of a package come in this order.
const categories: readonly (readonly [place: string, title: string])[] = [
  ["client/src/", "The client"],
  ["client/src/call/", "Calls and events"],
  ["client/src/layers/", "Limits and retries"],
  ["client/src/clock", "Limits and retries"],
  ["client/src/errors/", "Errors"],
  ["client/src/core/", "The smallest client"],
  ["client/src/generated/wire-operations", "The smallest client"],
  ["helpers/src/ranges/", "Time ranges"],
  ["helpers/src/plan/", "Planning and collecting"],
  ["helpers/src/collect/", "Planning and collecting"],
  ["helpers/src/series/", "Series"],
  ["helpers/src/bytes/", "Series"],
  ["helpers/src/pivot/", "Reshaping"],
  ["helpers/src/resample/", "Reshaping"],
  ["helpers/src/billing/", "Billing"],
  ["helpers/src/formats/", "Formats"],
  ["helpers/src/errors/", "Errors"],
  ["simulator/src/", "The simulator"],
  ["simulator/src/http/", "Over HTTP"],
  ["simulator/src/faults/", "Faults"],
  ["simulator/src/limits/", "Rate limits"],
  ["simulator/src/account/", "The account behind it"],
  ["simulator/src/answer/", "The account behind it"],
  ["types/src/", "Operations by id"],
  ["types/src/errors/", "Errors"],
  ["types/src/descriptor", "Facts in the catalog"],
  ["types/src/generated/parameters", "Parameters of each operation"],
  ["types/src/generated/schema", "The OpenAPI document"],
];
const entries = "Entries";

/** Gives what a package exports a category by the folder of its source. */
export function categorize(context: Context): void {
  const { project } = context;
  if (project.children === undefined) return;
  const found = new Map<string, { rank: number; category: ReflectionCategory }>();
  for (const child of project.children) {
    const { title, rank } = child.kindOf(ReflectionKind.Module)
      ? { title: entries, rank: -1 }
      : placeOf(context, child);
    const entry = found.get(title) ?? { rank, category: new ReflectionCategory(title) };
    entry.rank = Math.min(entry.rank, rank);
    entry.category.children.push(child);
    found.set(title, entry);
  }
  const sorted = [...found.values()].sort((one, other) => one.rank - other.rank);
  project.categories = sorted.map(({ category }) => category);
}

function placeOf(context: Context, reflection: DeclarationReflection): { title: string; rank: number } {
  const declaration = context.getSymbolFromReflection(reflection)?.declarations?.[0];
  const file = relative(packages, declaration?.getSourceFile().fileName ?? "").replaceAll("\\", "/");
  const fitting = categories.filter(([place]) => file.startsWith(place));
  const longest = fitting.toSorted(([one], [other]) => other.length - one.length)[0];
  if (longest === undefined) {
    throw new Error(
      `${file}, which has ${reflection.name}, is in no category: add one to docs/theme/categories.ts.`,
    );
  }
  return { title: longest[1], rank: categories.indexOf(longest) };
}
