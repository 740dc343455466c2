import { isObject } from "../../openapi/json.ts";
import { tokensOf } from "../../openapi/pointer.ts";
import { phrase } from "../phrase.ts";
import { placeOf, valueAt } from "./place-of.ts";
import { escapePointer, readPointer, type SeparatedProse } from "./separate-prose.ts";
import type { Placed } from "./untold.ts";

/** What may be `null` on one side alone, of what is on both. */
export function compareNullability(old: SeparatedProse, now: SeparatedProse): Placed[] {
  return [...now.places].flatMap((pointer): Placed[] => {
    if (!old.places.has(pointer)) return [];
    const [had, has] = [referenceAt(old, pointer), referenceAt(now, pointer)];
    // A schema that both refer to is told where it stands.
    const isFollowed = had !== has;
    const [before, after] = [isNullable(old, pointer, isFollowed), isNullable(now, pointer, isFollowed)];
    if (before === after) return [];
    const { path, label } = placeOf(pointer, isObject(now.bare) ? now.bare : {});
    return [
      {
        path,
        difference: after
          ? { kind: "made-nullable", what: phrase`${label} may be ${"null"} now.` }
          : { kind: "made-never-null", what: phrase`${label} is never ${"null"} now.` },
      },
    ];
  });
}

function isNullable(side: SeparatedProse, pointer: string, isFollowed: boolean): boolean {
  const seen = new Set<string>();
  for (let at: string | undefined = pointer; at !== undefined && !seen.has(at); at = referenceAt(side, at)) {
    if (side.nullable.has(at)) return true;
    if (!isFollowed) return false;
    seen.add(at);
  }
  return false;
}

/** Where the reference at a place leads to. */
function referenceAt({ bare }: SeparatedProse, pointer: string): string | undefined {
  const value = valueAt(bare, readPointer(pointer));
  const reference = isObject(value) ? value["$ref"] : undefined;
  const tokens = typeof reference === "string" ? tokensOf(reference) : undefined;
  return tokens?.map((token) => `/${escapePointer(token)}`).join("");
}
