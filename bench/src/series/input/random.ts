/** A source of numbers from 0 (inclusive) to 1 (exclusive) that are the same for the same seed. */
export function createRandom(seed: number): () => number {
  // A Weyl sequence, whose steps are mixed by multiplying and shifting: good enough to look irregular.
  let state = seed | 0;
  return () => {
    state = (state + 0x9e3779b9) | 0;
    let mixed = Math.imul(state ^ (state >>> 16), 0x21f0aaad);
    mixed = Math.imul(mixed ^ (mixed >>> 15), 0x735a2d97);
    return ((mixed ^ (mixed >>> 15)) >>> 0) / 2 ** 32;
  };
}
