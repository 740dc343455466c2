import { refuseOption } from "@ldusage/types/errors";
import { largestEpochMs } from "@ldusage/types/time";
import { checkWholeNumber } from "./check-whole-number.ts";
import type { Fault, FaultRequest } from "./faults/fault.ts";
import { longestDelayMs } from "./faults/pause.ts";
import { readFaults } from "./faults/read-faults.ts";
import { createRateLimiter, type RateLimiter } from "./limits/rate-limiter.ts";
import { defaultNowMs, defaultSwitches, type SimulatorOptions, type Switches } from "./simulator-options.ts";
import { isSwitchName, readSwitches } from "./switches/read-switches.ts";

/**
 * What can be changed while a simulator runs: the options of the same names. Those that are not given stay as they
 * are, and `undefined` gives an option its default back. Of `switches`, too, only those given change.
 *
 * @example
 * ```ts
 * import { createSimulator, type SimulatorChanges } from "@ldusage/simulator";
 *
 * const outage: SimulatorChanges = { faults: () => ({ kind: "status", status: 503 }) };
 * const simulator = createSimulator();
 * const statusNow = async () => (await simulator.fetch(new Request("http://simulator/"))).status;
 *
 * await statusNow(); //=> 200
 * simulator.set(outage);
 * await statusNow(); //=> 503
 * simulator.set({ faults: undefined });
 * await statusNow(); //=> 200
 * ```
 */
export interface SimulatorChanges
  extends Pick<
    SimulatorOptions,
    "accessToken" | "faults" | "latencyMs" | "nowMs" | "rateLimit" | "switches"
  > {}

/** What a request meets, read from the options. A request keeps the settings that it arrived under. */
export interface Settings {
  readonly accessToken: string | undefined;
  /** Decides what goes wrong with the next request. */
  readonly nextFault: (request: Omit<FaultRequest, "index">) => Fault | undefined;
  readonly latencyMs: number;
  readonly limiter: RateLimiter | undefined;
  readonly now: () => number;
  readonly switches: Switches;
}

type ChangeName = keyof SimulatorChanges;

const changeNames: Readonly<Record<ChangeName, true>> = {
  accessToken: true,
  faults: true,
  latencyMs: true,
  nowMs: true,
  rateLimit: true,
  switches: true,
};

/** The settings that options give. Those that are not given have their defaults. */
export function createSettings(options: SimulatorOptions): Settings {
  const { accessToken, faults, latencyMs, nowMs, rateLimit, switches } = options;
  return changeSettings({ accessToken, faults, latencyMs, nowMs, rateLimit, switches }, undefined);
}

/**
 * The settings after a change, which is made wholly or not at all.
 *
 * @param current Settings to keep where nothing is given; may be absent where all is.
 * @throws UsageInputError for what there is not, and for what cannot be.
 */
export function changeSettings(changes: SimulatorChanges, current: Settings | undefined): Settings {
  checkNames(changes);
  const keeps = (name: ChangeName): Settings | undefined =>
    Object.hasOwn(changes, name) ? undefined : current;
  const { accessToken, faults = [], latencyMs = 0, nowMs = defaultNowMs, rateLimit } = changes;
  const { switches = defaultSwitches } = changes;
  return {
    accessToken: (keeps("accessToken") ?? { accessToken: readAccessToken(accessToken) }).accessToken,
    nextFault: keeps("faults")?.nextFault ?? countingFaults(readFaults(faults)),
    latencyMs: keeps("latencyMs")?.latencyMs ?? checkWholeNumber("latencyMs", latencyMs, 0, longestDelayMs),
    limiter: (keeps("rateLimit") ?? { limiter: readLimiter(rateLimit) }).limiter,
    now: keeps("nowMs")?.now ?? readClock(nowMs),
    switches: keeps("switches")?.switches ?? readSwitches(switches, current?.switches ?? defaultSwitches),
  };
}

function checkNames(changes: unknown): void {
  if (typeof changes !== "object" || changes === null) {
    throw refuseOption("changes", changes, "it is no object", "give { name: value }");
  }
  for (const [name, value] of Object.entries(changes)) {
    if (Object.hasOwn(changeNames, name)) continue;
    const wayOut = isSwitchName(name)
      ? `give { switches: { ${name} } }`
      : `use ${Object.keys(changeNames).join(", ")}`;
    throw refuseOption(name, value, "it is nothing that can be changed while the simulator runs", wayOut);
  }
}

function readAccessToken(accessToken: unknown): string | undefined {
  if (accessToken === undefined) return undefined;
  if (typeof accessToken === "string" && /^[!-~]+$/.test(accessToken)) return accessToken;
  const rule = "it is not a text that a header can hold without spaces";
  throw refuseOption("accessToken", accessToken, rule, "give one such as api-test");
}

function readLimiter(rateLimit: SimulatorOptions["rateLimit"]): RateLimiter | undefined {
  return rateLimit === undefined ? undefined : createRateLimiter(rateLimit);
}

function readClock(nowMs: unknown): () => number {
  const check = (value: unknown): number => checkWholeNumber("nowMs", value, -largestEpochMs, largestEpochMs);
  if (typeof nowMs === "function") return () => check(nowMs());
  const fixedMs = check(nowMs);
  return () => fixedMs;
}

/** Counts requests from the moment that the faults are given. */
function countingFaults(faultOf: (request: FaultRequest) => Fault | undefined): Settings["nextFault"] {
  let arrived = 0;
  return (request) => {
    const index = arrived;
    arrived += 1;
    return faultOf({ ...request, index });
  };
}
