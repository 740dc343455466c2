import { refuseOption, UsageInputError } from "@ldusage/types/errors";
import { checkWholeNumber } from "../check-whole-number.ts";
import type { Fault, FaultRequest, Faults } from "./fault.ts";
import { longestDelayMs } from "./pause.ts";

/**
 * Turns faults into one function. A list is checked here, what a function returns when it does.
 *
 * @throws UsageInputError for a fault that cannot be; so does the function that comes back.
 */
export function readFaults(faults: Faults): (request: FaultRequest) => Fault | undefined {
  if (typeof faults === "function") {
    return (request) => {
      const fault = faults(request);
      checkFault("faults()", fault);
      return fault;
    };
  }
  if (!Array.isArray(faults)) {
    throw refuseOption("faults", faults, "it is neither a list nor a function", "give one of them");
  }
  const list: (Fault | undefined)[] = [...faults];
  for (const [index, fault] of list.entries()) checkFault(`faults[${index}]`, fault);
  return ({ index }) => list[index];
}

function checkFault(name: string, fault: Fault | undefined): void {
  switch (fault?.kind) {
    case "status":
      checkWholeNumber(`${name}.status`, fault.status, 200, 599);
      return;
    case "latency":
      checkWholeNumber(`${name}.latencyMs`, fault.latencyMs, 0, longestDelayMs);
      return;
    case "slow-body":
      checkWholeNumber(`${name}.chunkDelayMs`, fault.chunkDelayMs, 0, longestDelayMs);
      return;
    case "network":
    case "truncated-body":
    case "half-json":
    case "html":
    case "redirect":
      return;
    default:
      if (fault === undefined) return;
      throw new UsageInputError({
        parameter: name,
        value: fault,
        rule: "it is no kind of fault",
        wayOut: 'give one with a kind, such as { kind: "network" }',
      });
  }
}
