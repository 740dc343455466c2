/** A source of numbers from 0 up to 1 that depends on its seed alone. */
export type Random = () => number;

/** Xorshift on 32 bits: as good as a soak needs, and the same everywhere. */
export function randomFrom(seed: number): Random {
  let state = Math.imul(seed, 0x9e3779b1) >>> 0 || 1;
  return () => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) / 2 ** 32;
  };
}

/** @throws RangeError where there is nothing to pick. */
export function pick<Item>(random: Random, items: readonly Item[]): Item {
  if (items.length === 0) throw new RangeError("there is nothing to pick");
  // In range, as the random number is below 1.
  return items[Math.floor(random() * items.length)] as Item;
}

export function happens(random: Random, share: number): boolean {
  return random() < share;
}

/** A whole number, both ends included. */
export function wholeNumber(random: Random, least: number, most: number): number {
  return least + Math.floor(random() * (most - least + 1));
}
