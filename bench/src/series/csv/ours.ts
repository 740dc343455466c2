import { createHash } from "node:crypto";
import { decodeSeriesBytes, toCsvStream } from "@ldusage/helpers";
import { type Implementation, keepBytes } from "../program/implementation.ts";

/** `decodeSeriesBytes` and `toCsvStream`, each chunk counted and dropped, as if it had been sent. */
export const implementation: Implementation<Uint8Array, number> = {
  prepare: keepBytes,
  run: countBytes,
  // The chunks of the run are gone; hashing them there would have been measured.
  digest: hashBytes,
};

async function countBytes(bytes: Uint8Array): Promise<number> {
  let byteCount = 0;
  for await (const chunk of openStream(bytes)) byteCount += chunk.length;
  return byteCount;
}

async function hashBytes(_byteCount: number, bytes: Uint8Array): Promise<string> {
  const hash = createHash("sha256");
  for await (const chunk of openStream(bytes)) hash.update(chunk);
  return hash.digest("hex");
}

function openStream(bytes: Uint8Array): ReadableStream<Uint8Array> {
  return toCsvStream(decodeSeriesBytes(bytes, { granularity: "daily" }));
}
