import { SpecError } from "../openapi/document.ts";
import { compareText, sameJson } from "../openapi/json.ts";

/** What description and schema say of one fact. */
export interface Statements<Value> {
  readonly fact: string;
  readonly told: Value | undefined;
  readonly stated: Value | undefined;
}

/**
 * The fact that prose and structure agree on, or that one of them has. Values may be in any order.
 *
 * @throws SpecError naming both when they contradict each other.
 */
export function agree<Value>({ fact, told, stated }: Statements<Value>, place: string): Value | undefined {
  if (told === undefined || stated === undefined) return stated ?? told;
  if (sameJson(inOrder(told), inOrder(stated))) return stated;
  throw new SpecError(
    "derive",
    place,
    `for "${fact}" the description says ${JSON.stringify(told)} and the schema says ${JSON.stringify(stated)}`,
    "Find out which one holds and teach scripts/src/derive to leave the other aside",
  );
}

function inOrder(value: unknown): unknown {
  return Array.isArray(value) ? value.map(String).sort(compareText) : value;
}
