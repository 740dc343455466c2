/**
 * A digest of rows (time, value, labels) that does not depend on their order: hashes of single rows, added up.
 *
 * Two sets of rows with the same digest are the same but for a chance of one in 2^64. Values may be rounded to a
 * number of significant digits, for sums that were added in another order.
 */
export class RowDigest {
  readonly #significantDigits: number | undefined;
  readonly #labelHashes = new Map<string, number>();
  readonly #number = new Float64Array(1);
  readonly #words = new Uint32Array(this.#number.buffer);
  #rowCount = 0;
  #low = 0;
  #high = 0;

  constructor(significantDigits?: number) {
    this.#significantDigits = significantDigits;
  }

  add(timeMs: number, value: number, labels: readonly string[]): void {
    const digits = this.#significantDigits;
    const rounded = digits === undefined ? value : Number(value.toPrecision(digits));
    let [low, high] = [0x811c9dc5, 0x01000193];
    const mix = (word: number): void => {
      low = Math.imul(low ^ word, 0x85ebca6b);
      low ^= low >>> 15;
      high = Math.imul(high + word, 0xc2b2ae35) ^ low;
      high ^= high >>> 13;
    };
    for (const part of [timeMs, rounded]) {
      this.#number[0] = part;
      for (const word of this.#words) mix(word);
    }
    for (const label of labels) mix(this.#hashOf(label));
    this.#low = (this.#low + low) >>> 0;
    this.#high = (this.#high + high) >>> 0;
    this.#rowCount += 1;
  }

  toString(): string {
    return [this.#rowCount, this.#low.toString(16), this.#high.toString(16)].join("-");
  }

  #hashOf(label: string): number {
    let hash = this.#labelHashes.get(label);
    if (hash !== undefined) return hash;
    hash = 0x811c9dc5;
    for (const character of label) hash = Math.imul(hash ^ (character.codePointAt(0) ?? 0), 0x01000193);
    this.#labelHashes.set(label, hash);
    return hash;
  }
}
