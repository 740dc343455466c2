import type { Granularity } from "@ldusage/types/catalog";
import type { AnswerSwitches } from "./answer-switches.ts";
import type { SimulatedCall } from "./simulated-call.ts";

const dayMs = 86_400_000;

/** The call as the switches have it understood. */
export function effectiveCall(call: SimulatedCall, switches: AnswerSwitches): SimulatedCall {
  return { ...call, granularity: granularityOf(call, switches), groups: groupsOf(call, switches) };
}

function granularityOf(
  { operation, granularity, fromMs, toMs }: SimulatedCall,
  { granularityRule }: AnswerSwitches,
): Granularity {
  if (operation.granularity.mode !== "age" || granularityRule === "age") return granularity;
  return toMs - fromMs >= dayMs ? "daily" : "hourly";
}

function groupsOf(
  { operation, groups, values }: SimulatedCall,
  { groupCollapse, contextKindInMetadata }: AnswerSwitches,
): SimulatedCall["groups"] {
  if (groupCollapse.includes(operation.operationId)) return [];
  if (contextKindInMetadata) return groups;
  const always = operation.groupBy?.alwaysIncluded ?? [];
  const chosen = values.get(operation.groupBy?.parameter ?? "") ?? [];
  return groups.filter(({ value }) => !always.includes(value) || chosen.includes(value));
}
