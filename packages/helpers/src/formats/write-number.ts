/** No finite number is longer as text than `-0.0000012345678901234567`. */
export const longestNumber = 25;

const largestFastInteger = 2_147_483_647;
const zeroCode = 48;

/**
 * Writes a finite number as the shortest text that reads back as the same number, and gives the place after it.
 * Minus zero is written as zero.
 */
export function writeNumber(bytes: Uint8Array, start: number, value: number): number {
  if (value >= 0 && value <= largestFastInteger && Math.floor(value) === value) {
    return writeInteger(bytes, start, value | 0);
  }
  const text = String(value);
  for (let index = 0; index < text.length; index += 1) bytes[start + index] = text.charCodeAt(index);
  return start + text.length;
}

function writeInteger(bytes: Uint8Array, start: number, value: number): number {
  let end = start + 1;
  for (let limit = 10; limit <= value; limit *= 10) end += 1;
  let rest = value;
  for (let place = end - 1; place >= start; place -= 1) {
    const shorter = (rest / 10) | 0;
    bytes[place] = zeroCode + rest - shorter * 10;
    rest = shorter;
  }
  return end;
}
