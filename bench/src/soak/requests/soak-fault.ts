import type { Fault } from "@ldusage/simulator";
import type { Outcome } from "./outcome.ts";

/** Query parameter that names the fault which a request is to meet. The API ignores what it does not know. */
export const faultParameter = "soak-fault";

/** A fault, and what it makes of the answer that would have come. */
export interface SoakFault {
  readonly fault: Fault;
  readonly outcomeOf: (answer: Outcome) => Outcome;
}

const as = (status: number, body: Outcome["body"]) => (): Outcome => ({ status, body });
const same = (answer: Outcome): Outcome => answer;
/** Half a page looks like a page still. */
const half = ({ status, body }: Outcome): Outcome => ({ status, body: body === "page" ? "page" : "cut" });

/** The faults by the names that requests give them. */
export const soakFaults: ReadonlyMap<string, SoakFault> = new Map([
  ["storm", { fault: { kind: "status", status: 429 }, outcomeOf: as(429, "json") }],
  ["burst", { fault: { kind: "status", status: 503 }, outcomeOf: as(503, "json") }],
  ["gateway", { fault: { kind: "status", status: 502 }, outcomeOf: as(502, "none") }],
  ["late", { fault: { kind: "latency", latencyMs: 3 }, outcomeOf: same }],
  ["reset", { fault: { kind: "network" }, outcomeOf: as(0, "none") }],
  [
    "truncated",
    { fault: { kind: "truncated-body" }, outcomeOf: ({ status }) => ({ status, body: "broken-off" }) },
  ],
  ["slow", { fault: { kind: "slow-body", chunkDelayMs: 1 }, outcomeOf: same }],
  ["half", { fault: { kind: "half-json" }, outcomeOf: half }],
  ["sign-in", { fault: { kind: "html" }, outcomeOf: as(200, "page") }],
  ["moved", { fault: { kind: "redirect", location: "/elsewhere" }, outcomeOf: as(302, "none") }],
] satisfies [string, SoakFault][]);

/** The fault that a URL names. */
export function faultNamedIn(url: string): Fault | undefined {
  const name = new RegExp(`[?&]${faultParameter}=([a-z-]+)`).exec(url)?.[1];
  return name === undefined ? undefined : soakFaults.get(name)?.fault;
}
