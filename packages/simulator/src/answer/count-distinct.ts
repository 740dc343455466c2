import type { CountedDay, Counter } from "./counter.ts";
import { createSightings } from "./sightings.ts";
import type { TimeCells } from "./time-cells.ts";

/**
 * Counts distinct contexts, or pairs of a context and something else, in windows that move forward. How many were last
 * seen in a cell says how many leave the count when a window starts after it.
 *
 * @param pairs how many values the second half of a pair can have; 1 where contexts are counted alone
 */
export function createDistinctCounter(cells: TimeCells, contextCount: number, pairs: number): Counter {
  const { windows } = cells;
  const groups: (GroupCount | undefined)[] = [];
  const sightings = createSightings(contextCount);
  let [window, start] = [0, windows[0]?.start ?? 0];

  const groupAt = (group: number): GroupCount => {
    const known = groups[group] ?? {
      total: 0,
      lastSeen: new Int32Array(cells.count),
      counts: new Float64Array(windows.length),
    };
    groups[group] = known;
    return known;
  };
  /** Reads the windows that end before a cell. */
  const moveTo = (cell: number): void => {
    const counted = groups.filter((group) => group !== undefined);
    for (; window < windows.length && (windows[window]?.end ?? 0) <= cell; window += 1) {
      const next = Math.max(start, windows[window + 1]?.start ?? start);
      for (const group of counted) {
        group.counts[window] = group.total;
        for (let gone = start; gone < next; gone += 1) group.total -= group.lastSeen[gone] ?? 0;
      }
      start = next;
    }
  };
  const see = (context: number, group: number, member: number, cell: number): void => {
    const last = sightings.note(context, member, cell);
    if (last === cell) return;
    const count = groups[group] ?? groupAt(group);
    const { lastSeen } = count;
    if (last >= start) lastSeen[last] = (lastSeen[last] ?? 0) - 1;
    else count.total += 1;
    lastSeen[cell] = (lastSeen[cell] ?? 0) + 1;
  };
  return {
    add: ({ day, groups: groupOf, order, pairCodes }: CountedDay) => {
      const { positions, cells: cellOf } = order;
      const { contexts } = day;
      const length = positions?.length ?? day.length;
      let cell = order.cell;
      if (positions === undefined) moveTo(cell);
      for (let index = 0; index < length; index += 1) {
        const position = positions?.[index] ?? index;
        if (cellOf !== undefined && cellOf[index] !== cell) {
          cell = cellOf[index] ?? 0;
          moveTo(cell);
        }
        const group = groupOf[position] ?? -1;
        if (group < 0 || cell < start) continue;
        const member = pairCodes === undefined ? group : group * pairs + (pairCodes[position] ?? 0);
        see(contexts[position] ?? 0, group, member, cell);
      }
    },
    finish: () => {
      moveTo(Number.POSITIVE_INFINITY);
      return Array.from(groups, (group) => group?.counts);
    },
  };
}

interface GroupCount {
  /** Members last seen in a cell of the window. */
  total: number;
  /** Members by the cell that they were last seen in. */
  readonly lastSeen: Int32Array;
  /** The count in each window. */
  readonly counts: Float64Array;
}
