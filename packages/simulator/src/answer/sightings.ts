/** For each context a chain of what it was seen as, with the last cell of each. */
export interface Sightings {
  /** Notes a cell and gives the one before it, or -1. */
  note(context: number, member: number, cell: number): number;
}

const firstNodes = 1024;

export function createSightings(contextCount: number): Sightings {
  // Nodes are numbered from 1, so that 0 is none.
  const heads = new Int32Array(contextCount);
  let members = new Float64Array(firstNodes);
  let nexts = new Int32Array(firstNodes);
  let lasts = new Int32Array(firstNodes);
  let nodes = 0;
  const add = (context: number, member: number, cell: number): void => {
    nodes += 1;
    if (nodes >= members.length) {
      members = longer(members, new Float64Array(2 * members.length));
      nexts = longer(nexts, new Int32Array(2 * nexts.length));
      lasts = longer(lasts, new Int32Array(2 * lasts.length));
    }
    members[nodes] = member;
    nexts[nodes] = heads[context] ?? 0;
    lasts[nodes] = cell;
    heads[context] = nodes;
  };
  return {
    note: (context, member, cell) => {
      let node = heads[context] ?? 0;
      while (node !== 0 && members[node] !== member) node = nexts[node] ?? 0;
      if (node === 0) {
        add(context, member, cell);
        return -1;
      }
      const last = lasts[node] ?? -1;
      lasts[node] = cell;
      return last;
    },
  };
}

function longer<Column extends Float64Array | Int32Array>(column: Column, room: Column): Column {
  room.set(column);
  return room;
}
