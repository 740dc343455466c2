import { bodyScenarios } from "./body-scenarios.ts";
import type { Scenario } from "./exchange.ts";
import { statusScenarios } from "./status-scenarios.ts";

/** Every way of answering that a case can choose, besides correct answers of the simulator. */
export const scenarios = { ...statusScenarios, ...bodyScenarios } satisfies Readonly<
  Record<string, Scenario>
>;

/** `simulator` answers correctly. */
export type ScenarioName = keyof typeof scenarios | "simulator";
