import type { SoakRequest } from "./requests/make-request.ts";
import type { Outcome } from "./requests/outcome.ts";
import type { RawGarbage } from "./requests/raw-garbage.ts";

/** Wrong outcomes that are told in full. */
const mostTold = 10;

export interface SoakTally {
  readonly requests: number;
  readonly wrong: number;
  /** The first of the wrong ones, in words. */
  readonly told: readonly string[];
  /** How many there were of each expected kind. */
  readonly counts: ReadonlyMap<string, number>;
  add(request: SoakRequest, outcome: Outcome): void;
  addGarbage(garbage: RawGarbage, status: number): void;
  addLeft(): void;
}

export function createTally(): SoakTally {
  const counts = new Map<string, number>();
  const told: string[] = [];
  let [requests, wrong] = [0, 0];
  const count = (kind: string): void => {
    requests += 1;
    counts.set(kind, (counts.get(kind) ?? 0) + 1);
  };
  const tell = (text: string): void => {
    wrong += 1;
    if (told.length < mostTold) told.push(text);
  };
  return {
    get requests() {
      return requests;
    },
    get wrong() {
      return wrong;
    },
    told,
    counts,
    add: ({ method, target, headers, expected, fault }, { status, body }) => {
      count(fault === undefined ? String(expected.status) : `fault ${fault}`);
      if (status === expected.status && body === expected.body) return;
      const wanted = `expected ${expected.status} ${expected.body}, got ${status} ${body}`;
      tell(`${wanted}: ${method} ${target} ${JSON.stringify(headers)}`);
    },
    addGarbage: ({ bytes, statuses }, status) => {
      count("garbage");
      if (statuses.includes(status)) return;
      tell(`expected ${statuses.join(" or ")}, got ${status}: ${JSON.stringify(bytes.toString("latin1"))}`);
    },
    addLeft: () => count("left early"),
  };
}
