import { quoteValue } from "../errors/quote-value.ts";
import { largestEpochMs } from "../time/largest-epoch-ms.ts";

/**
 * The first thing that is wrong with a series response, as a clause; `undefined` when nothing is.
 *
 * Every point has a `time`, and under each other key a number or `null`. A key is an index into `metadata`: one
 * that points past it belongs to no known series, and a number that nobody can name must not be used. A response
 * without metadata, or with one entry, may hold its lone series under any one name that is no index. Either list may
 * be absent or `null` when it is empty.
 *
 * @param show Changes a key before it is quoted, for example to take a secret out of it. @default as it is
 */
export function findOddSeries(
  body: object,
  show: (key: string) => string = (key) => key,
): string | undefined {
  const { series, metadata }: { series?: unknown; metadata?: unknown } = body;
  const entries = metadata ?? [];
  if (!Array.isArray(entries)) return '"metadata" is not a list';
  // Only an answer that says of itself that it describes nothing may leave its points out.
  const points = series ?? (isEmptyAnswer(body) ? [] : undefined);
  if (!Array.isArray(points)) return '"series" is not a list';
  const oddEntry = entries.findIndex((entry) => !isPlainObject(entry));
  if (oddEntry !== -1) return `"metadata"[${oddEntry}] is not an object`;
  const count = Math.max(entries.length, 1);
  let indexes: ReadonlySet<string> | undefined;
  const quote = (key: string): string => quoteValue(show(key));
  let lone: string | undefined;
  for (let position = 0; position < points.length; position += 1) {
    const point = points[position];
    if ((lone ?? "0") === "0" && isInOrder(point, count)) {
      if (count === 1 && 0 in point) lone = "0";
      continue;
    }
    indexes ??= new Set(Array.from({ length: count }, (_, index) => String(index)));
    const odd = findOddPoint(point, indexes, quote) ?? findOtherName(point, lone, quote);
    if (odd !== undefined) return `"series"[${position}] ${odd}`;
    if (count === 1) lone ??= loneKey(point);
  }
  return undefined;
}

/**
 * Whether a point has a time, and nothing else but numbers and holes of the series that there are. It is `false` for
 * some points that are: this is for the many that are dense, as reading by index takes a third of the time of looking
 * at each key.
 */
function isInOrder(point: unknown, count: number): boolean {
  if (!isPlainObject(point)) return false;
  // Whatever an object is, its members can be read by name and by index.
  const values = point as Readonly<Record<string | number, unknown>>;
  const memberCount = Object.values(point).length;
  if (memberCount < count / 4) return false;
  let found = 1;
  for (let index = 0; index < count; index += 1) {
    const value = values[index];
    if (value === undefined) continue;
    if (value !== null && !Number.isFinite(value)) return false;
    found += 1;
  }
  return found === memberCount && isTime(values["time"]);
}

/** A lone series goes by one name: values under two are two series, of which one is not described. */
function findOtherName(
  point: object,
  lone: string | undefined,
  quote: (key: string) => string,
): string | undefined {
  const key = lone === undefined ? undefined : loneKey(point);
  if (key === undefined || lone === undefined || key === lone) return undefined;
  return `has the key ${quote(key)}, while the points before have ${quote(lone)}`;
}

function loneKey(point: object): string | undefined {
  return Object.keys(point).find((key) => key !== "time");
}

function isEmptyAnswer(body: object): boolean {
  const { series, metadata }: { series?: unknown; metadata?: unknown } = body;
  return series === null && (metadata === null || (Array.isArray(metadata) && metadata.length === 0));
}

function findOddPoint(
  point: unknown,
  indexes: ReadonlySet<string>,
  quote: (key: string) => string,
): string | undefined {
  if (!isPlainObject(point)) return "is not an object";
  // Whatever an object is, its members can be read by name.
  const values = point as Readonly<Record<string, unknown>>;
  const keys = Object.keys(point);
  if (!isTime(values["time"])) return 'has no point in time as "time"';
  for (const key of keys) {
    if (key === "time") continue;
    if (!indexes.has(key) && !isLoneName(key, keys.length, indexes.size)) {
      return `has the key ${quote(key)}, but "metadata" describes ${indexes.size} series`;
    }
    const value = values[key];
    if (value !== null && !Number.isFinite(value)) return `has no number under the key ${quote(key)}`;
  }
  return undefined;
}

/** Whether a key is the name of a lone series: `time` and one name, which is no index of another series. */
function isLoneName(key: string, members: number, count: number): boolean {
  return count === 1 && members === 2 && !/^(?:0|[1-9]\d*)$/.test(key);
}

function isTime(value: unknown): boolean {
  return typeof value === "number" && Math.abs(value) <= largestEpochMs;
}

function isPlainObject(value: unknown): value is object {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
