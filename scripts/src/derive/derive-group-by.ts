import type { DerivedParameter } from "./derive-parameter.ts";
import type { Reading } from "./rule.ts";
import { kebab, wordsOf } from "./sentences.ts";

/** How a series can be broken down: by a parameter, or in the one way that the operation is described with. */
export function deriveGroupBy(
  derived: readonly DerivedParameter[],
  reading: Reading,
): Record<string, unknown> | null {
  const parameter = derived.find(({ role }) => role === "group-by");
  if (parameter !== undefined) {
    return {
      parameter: parameter.parameter.name,
      values: (parameter.values ?? []).map((value) => groupValue(value, derived)),
      alwaysIncluded: parameter.reading.facts.get("alwaysIncluded") ?? [],
    };
  }
  const nouns = reading.facts.get("brokenDownBy");
  if (!Array.isArray(nouns)) return null;
  const values = nouns.map((noun) => ({
    value: camel(String(noun)),
    dimension: kebab(String(noun)),
    form: "key",
  }));
  return { parameter: null, values, alwaysIncluded: [] };
}

// Filters and groups spell one dimension differently: `projectKey` and `projectId`, `anonymous` and `anonymousV2`.
function groupValue(value: string, derived: readonly DerivedParameter[]): Record<string, unknown> {
  const words = wordsOf(value).filter((word) => !/^v\d+$/.test(word));
  const name = words.join("-");
  const filters = derived.filter(({ role }) => role === "filter");
  const dimension =
    filters.find(({ parameter }) => parameter.name === value)?.dimension ??
    filters.find((filter) => filter.dimension === name)?.dimension ??
    filters.find((filter) => filter.dimension !== undefined && stem(filter.dimension) === stem(name))
      ?.dimension ??
    name;
  return { value, dimension, form: words.at(-1) === "id" && dimension.endsWith("-key") ? "id" : "key" };
}

function stem(dimension: string): string {
  return dimension.replace(/-(?:key|id|name|value)$/, "");
}

function camel(noun: string): string {
  return wordsOf(noun)
    .map((word, index) => (index === 0 ? word : `${word.charAt(0).toUpperCase()}${word.slice(1)}`))
    .join("");
}
