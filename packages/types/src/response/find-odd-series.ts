import { quoteValue } from "../errors/quote-value.ts";
import { largestEpochMs } from "../time/largest-epoch-ms.ts";

const index = /^(?:0|[1-9]\d*)$/;

/**
 * The first thing that is wrong with a series response, as a clause; `undefined` when nothing is.
 *
 * Every point has a `time`, and under each other key a number or `null`. A key is an index into `metadata`: one
 * that points past it belongs to no known series, and a number that nobody can name must not be used. A response
 * without metadata, or with one entry, may hold its lone series under any one name that is no index. Either list may
 * be absent or `null` when it is empty.
 */
export function findOddSeries(body: object): string | undefined {
  const { series, metadata }: { series?: unknown; metadata?: unknown } = body;
  const entries = metadata ?? [];
  if (!Array.isArray(entries)) return '"metadata" is not a list';
  // Only an answer that says of itself that it describes nothing may leave its points out.
  const points = series ?? (isEmptyAnswer(body) ? [] : undefined);
  if (!Array.isArray(points)) return '"series" is not a list';
  const oddEntry = entries.findIndex((entry) => !isPlainObject(entry));
  if (oddEntry !== -1) return `"metadata"[${oddEntry}] is not an object`;
  const count = Math.max(entries.length, 1);
  for (const [position, point] of points.entries()) {
    const odd = findOddPoint(point, count);
    if (odd !== undefined) return `"series"[${position}] ${odd}`;
  }
  return undefined;
}

function isEmptyAnswer(body: object): boolean {
  const { series, metadata }: { series?: unknown; metadata?: unknown } = body;
  return series === null && (metadata === null || (Array.isArray(metadata) && metadata.length === 0));
}

function findOddPoint(point: unknown, count: number): string | undefined {
  if (!isPlainObject(point)) return "is not an object";
  const entries = Object.entries(point);
  if (!("time" in point) || !isTime(point.time)) return 'has no point in time as "time"';
  for (const [key, value] of entries) {
    if (key === "time") continue;
    if (!isKey(key, count, entries.length)) {
      return `has the key ${quoteValue(key)}, but "metadata" describes ${count} series`;
    }
    if (value !== null && !Number.isFinite(value)) return `has no number under the key ${quoteValue(key)}`;
  }
  return undefined;
}

function isKey(key: string, count: number, members: number): boolean {
  if (index.test(key)) return Number(key) < count;
  // `time` and one name: a lone series.
  return count === 1 && members === 2;
}

function isTime(value: unknown): boolean {
  return typeof value === "number" && Math.abs(value) <= largestEpochMs;
}

function isPlainObject(value: unknown): value is object {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
