/** A well-spread 32-bit number for a 32-bit number: the finaliser of MurmurHash3. The same on every machine. */
export function mix32(value: number): number {
  let hash = Math.imul(value ^ (value >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}

const twoTo32 = 4_294_967_296;

/**
 * A 32-bit number that belongs to one event and one purpose.
 *
 * @param salt hash of the purpose
 * @param contextHash hash of the key of the context that was seen
 */
export function eventHash(salt: number, contextHash: number, timeMs: number): number {
  const high = Math.floor(timeMs / twoTo32);
  const low = (timeMs - high * twoTo32) >>> 0;
  return mix32(mix32(salt + Math.imul(contextHash, 0x9e3779b1)) ^ low ^ Math.imul(high, 0x85ebca77));
}
