import type { GroupValue } from "@ldusage/types/catalog";
import { internalId } from "../account/attribute-of.ts";
import type { AttributeValue } from "../account/usage-event.ts";
import type { Dimension, EventDay } from "../account/usage-log.ts";

/** Numbers the groups that occur, in order of appearance. */
export interface GroupNumbers {
  /** Replaces the 0 of each event that counts by the number of its group. */
  number(day: EventDay, groups: Int32Array): void;
  metadataOf(group: number): Readonly<Record<string, AttributeValue>>;
}

/** A field of the metadata. */
interface Field {
  readonly name: string;
  readonly dimension: Dimension;
  /** What is shown, each once. */
  readonly shown: readonly AttributeValue[];
  /** Positions in `shown`, by code of the dimension. */
  readonly shownBy: Uint32Array;
  /** Numbers by number of the group so far and position in `shown`. */
  readonly numbers: Interner;
}

export function createGroupNumbers(
  groups: readonly GroupValue[],
  dimensionOf: (group: GroupValue) => Dimension,
): GroupNumbers {
  const fields = groups.map((group) => createField(group, dimensionOf(group)));
  return {
    number: (day, numbers) => {
      for (const field of fields) numberField(field, day.codes(field.dimension), numbers);
    },
    metadataOf: (group) => {
      const entries: [string, AttributeValue][] = [];
      let number = group;
      for (const { name, shown, numbers } of fields.toReversed()) {
        const key = numbers.keyOf(number);
        entries.push([name, shown[key % shown.length] ?? "Unknown"]);
        number = Math.floor(key / shown.length);
      }
      return Object.fromEntries(entries.reverse());
    },
  };
}

function createField({ value, form }: GroupValue, dimension: Dimension): Field {
  const shown = new Map<string, { readonly value: AttributeValue; readonly index: number }>();
  const shownBy = Uint32Array.from(dimension.values, (own = "Unknown") => {
    const showing = form === "id" ? internalId(dimension.name, String(own)) : own;
    const key = JSON.stringify(showing);
    const known = shown.get(key) ?? { value: showing, index: shown.size };
    shown.set(key, known);
    return known.index;
  });
  const values = [...shown.values()].map((one) => one.value);
  return { name: value, dimension, shown: values, shownBy, numbers: createInterner() };
}

function numberField(
  { shown, shownBy, numbers }: Field,
  codes: Uint16Array | Uint32Array,
  groups: Int32Array,
): void {
  const choices = shown.length;
  for (let position = 0; position < groups.length; position += 1) {
    const group = groups[position] ?? -1;
    if (group >= 0)
      groups[position] = numbers.numberOf(group * choices + (shownBy[codes[position] ?? 0] ?? 0));
  }
}

interface Interner {
  numberOf(key: number): number;
  keyOf(number: number): number;
}

/** Keys below this are looked up in an array, the others in a map. */
const smallKeys = 1 << 20;

/** Gives keys numbers from 0 on. */
function createInterner(): Interner {
  const keys: number[] = [];
  let small = new Int32Array(1024);
  const large = new Map<number, number>();
  const add = (key: number): number => {
    const number = keys.push(key) - 1;
    if (key >= smallKeys) large.set(key, number);
    else {
      if (key >= small.length) {
        const longer = new Int32Array(Math.min(smallKeys, 2 * key));
        longer.set(small);
        small = longer;
      }
      small[key] = number + 1;
    }
    return number;
  };
  return {
    numberOf: (key) => {
      const known = key < small.length ? (small[key] ?? 0) - 1 : (large.get(key) ?? -1);
      return known >= 0 ? known : add(key);
    },
    keyOf: (number) => keys[number] ?? 0,
  };
}
