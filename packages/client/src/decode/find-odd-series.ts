const index = /^(?:0|[1-9]\d*)$/;

/**
 * What is wrong with a series response; `undefined` when nothing is. A key that points past `metadata` belongs
 * to no known series, and a number that nobody can name must not be used.
 */
export function findOddSeries(body: object): string | undefined {
  const { series, metadata = [] }: { series?: unknown; metadata?: unknown } = body;
  if (!Array.isArray(series)) return '"series" is not a list';
  if (!Array.isArray(metadata)) return '"metadata" is not a list';
  // Some operations used to answer a lone series without metadata.
  const count = Math.max(metadata.length, 1);
  for (const [position, point] of series.entries()) {
    const odd = findOddPoint(point, count);
    if (odd !== undefined) return `"series"[${position}] ${odd}`;
  }
  return undefined;
}

function findOddPoint(point: unknown, count: number): string | undefined {
  if (typeof point !== "object" || point === null || Array.isArray(point)) return "is not an object";
  if (!("time" in point) || !Number.isFinite(point.time)) return 'has no number "time"';
  const largest = largestIndex(point);
  return largest !== undefined && largest >= count
    ? `has the key "${largest}", but "metadata" describes ${count} series`
    : undefined;
}

// Integer-like keys come first and ascending in every engine (ECMA-262 10.1.11.1), so the last one is the largest.
// Beyond 2^32 - 2 keys are ordinary text again; those are looked at one by one.
function largestIndex(point: object): number | undefined {
  const keys = Object.keys(point);
  let largest: number | undefined;
  for (let position = keys.length - 1; position >= 0; position -= 1) {
    const key = keys[position] ?? "";
    if (!index.test(key)) continue;
    const value = Number(key);
    if (value < 2 ** 32 - 1) return Math.max(value, largest ?? 0);
    largest = Math.max(value, largest ?? 0);
  }
  return largest;
}
