import { lineAndColumn, syncError } from "./sync-error.ts";

/**
 * The text of a document's bytes, without a byte order mark.
 *
 * @throws SpecError for anything but UTF-8, naming the place of the first wrong byte.
 */
export function decodeText(bytes: Uint8Array, name: string): string {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    const wayOut = "Documents are read as UTF-8; convert it, or check what was downloaded";
    const [first, second] = bytes;
    if ((first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff)) {
      throw syncError(name, "it is in UTF-16", wayOut);
    }
    throw syncError(`${name}, ${placeOfWrongByte(bytes)}`, "it is not UTF-8", wayOut);
  }
}

function placeOfWrongByte(bytes: Uint8Array): string {
  // Wrong bytes become a replacement character, which has other bytes when it is written again.
  const lenient = new TextDecoder("utf-8", { ignoreBOM: true }).decode(bytes);
  const again = new TextEncoder().encode(lenient);
  const offset = again.findIndex((byte, index) => byte !== bytes[index]);
  const before = new TextDecoder().decode(bytes.subarray(0, offset));
  return lineAndColumn(before, before.length);
}
