import { decodeSeriesBytes, toCsvStream } from "@ldusage/helpers";
import { type Implementation, type KnownBytes, keepKnownBytes } from "../program/implementation.ts";
import { digestCsvBytes, digestCsvRows } from "./digest-csv.ts";

/** `decodeSeriesBytes` and `toCsvStream`, each chunk counted and dropped, as if it had been sent. */
export const implementation: Implementation<KnownBytes, number> = {
  prepare: keepKnownBytes,
  run: countBytes,
  // The chunks of the run are gone; keeping them there would have been measured.
  digest: async (_byteCount, input) => {
    const csv = await readAll(input);
    return { ...digestCsvBytes(csv), ...digestCsvRows(csv) };
  },
};

async function countBytes(input: KnownBytes): Promise<number> {
  let byteCount = 0;
  for await (const chunk of openStream(input)) byteCount += chunk.length;
  return byteCount;
}

async function readAll(input: KnownBytes): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of openStream(input)) chunks.push(chunk);
  return Buffer.concat(chunks);
}

function openStream({ bytes, granularity }: KnownBytes): ReadableStream<Uint8Array> {
  return toCsvStream(decodeSeriesBytes(bytes, { granularity }));
}
