import type { SeriesSource } from "@ldusage/helpers";

const dayMs = 86_400_000;

/** A stand-in for the client: it makes the bytes of each answer when it is asked, and keeps none. */
export function createSource(seriesCount: number): SeriesSource {
  return {
    async request(_operationId: string, parameters: object) {
      // Plans write the ends of a range like this.
      const { from, to } = parameters as Record<"from" | "to", { epochMs: number }>;
      return { ok: true, data: encodeAnswer(seriesCount, from.epochMs, to.epochMs) };
    },
  };
}

/** Daily points of all series from one time to another. */
export function encodeAnswer(seriesCount: number, fromMs: number, toMs: number): Uint8Array {
  const metadata = Array.from({ length: seriesCount }, (_, index) => ({
    environmentId: (0x5f3a_0000 + index).toString(16).padStart(24, "0"),
  }));
  const points: string[] = [];
  for (let timeMs = Math.ceil(fromMs / dayMs) * dayMs; timeMs <= toMs; timeMs += dayMs) {
    const day = timeMs / dayMs;
    const members = metadata.map((_, index) => `"${index}":${(day * 7 + index) % 9973}`);
    points.push(`{"time":${timeMs},${members.join(",")}}`);
  }
  const described = JSON.stringify(metadata);
  return new TextEncoder().encode(`{"_links":{},"metadata":${described},"series":[${points.join(",")}]}`);
}
