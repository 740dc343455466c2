/** A 32-bit hash of texts and numbers: the same on every machine, well spread in every bit. */
export function hash32(...parts: readonly (string | number)[]): number {
  let hash = 0x811c9dc5;
  for (const character of parts.join("\u0000")) {
    hash = Math.imul(hash ^ (character.codePointAt(0) ?? 0), 0x01000193);
  }
  // Finaliser of MurmurHash3, so that similar inputs differ in all bits.
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}

/** A source of numbers from 0 up to 1 that depends on its seed alone. */
export type Random = () => number;

export function seededRandom(...seed: readonly (string | number)[]): Random {
  let state = hash32(...seed);
  return () => {
    state = (state + 0x9e3779b9) >>> 0;
    return hash32(state) / 2 ** 32;
  };
}

/** The items in an order by chance. */
export function shuffled<Item>(random: Random, items: readonly Item[]): Item[] {
  return items
    .map((item) => ({ item, order: random() }))
    .sort((left, right) => left.order - right.order)
    .map(({ item }) => item);
}
