import type { AttributeValue, UsageEvent } from "./usage-event.ts";
import type { Dimension, EventDay, UsageLog } from "./usage-log.ts";

/** The events of a log in a range as a list, by time. Attributes are read from columns when asked for. */
export function eventsOfDays(
  log: UsageLog,
  names: readonly string[],
  { fromMs, toMs }: { readonly fromMs: number; readonly toMs: number },
  keyOf: (context: number) => string,
): UsageEvent[] {
  const dimensions = names.map((name) => log.dimension(name));
  const keys = new Map<number, string>();
  const contextKey = (context: number): string => {
    const key = keys.get(context) ?? keyOf(context);
    keys.set(context, key);
    return key;
  };
  const events: UsageEvent[] = [];
  for (const day of log.days(fromMs, toMs)) {
    const listed = listDay(day, dimensions, contextKey).filter(
      ({ timeMs }) => timeMs >= fromMs && timeMs < toMs,
    );
    for (const event of listed.sort((left, right) => left.timeMs - right.timeMs)) events.push(event);
  }
  return events;
}

function listDay(
  day: EventDay,
  dimensions: readonly Dimension[],
  keyOf: (context: number) => string,
): UsageEvent[] {
  const columns = new Map(
    dimensions.map(({ name, values }, index) => {
      const dimension = dimensions[index];
      return [name, { values, codes: dimension === undefined ? new Uint16Array(0) : day.codes(dimension) }];
    }),
  );
  const primary = day.primaryKinds();
  const minutes = day.connectedMinutes();
  return Array.from(day.timesMs(), (timeMs, position) => {
    const connectedMinutes = minutes?.[position];
    return {
      timeMs,
      contextKey: keyOf(day.contexts[position] ?? 0),
      isPrimaryKind: primary[position] === 1,
      attributes: new ColumnAttributes(columns, position),
      ...(connectedMinutes !== undefined && !Number.isNaN(connectedMinutes) && { connectedMinutes }),
    };
  });
}

type Columns = ReadonlyMap<
  string,
  { readonly values: Dimension["values"]; readonly codes: Uint16Array | Uint32Array }
>;
type Value = AttributeValue | undefined;

/** The attributes of an event, read from the columns of its day: a map of its own would take twenty times the room. */
class ColumnAttributes implements ReadonlyMap<string, Value> {
  readonly #columns: Columns;
  readonly #position: number;

  constructor(columns: Columns, position: number) {
    this.#columns = columns;
    this.#position = position;
  }

  get size(): number {
    return this.#columns.size;
  }

  get(dimension: string): Value {
    const column = this.#columns.get(dimension);
    return column?.values[column.codes[this.#position] ?? 0];
  }

  has(dimension: string): boolean {
    return this.#columns.has(dimension);
  }

  forEach(callback: (value: Value, dimension: string, map: ReadonlyMap<string, Value>) => void): void {
    for (const [dimension, value] of this) callback(value, dimension, this);
  }

  keys(): MapIterator<string> {
    return this.#columns.keys();
  }

  *values(): MapIterator<Value> {
    for (const [, value] of this) yield value;
  }

  *entries(): MapIterator<[string, Value]> {
    for (const dimension of this.#columns.keys()) yield [dimension, this.get(dimension)];
  }

  [Symbol.iterator](): MapIterator<[string, Value]> {
    return this.entries();
  }
}
