export { attributeOf, internalId } from "./account/attribute-of.ts";
export type { AttributeValue, UsageEvent } from "./account/usage-event.ts";
export { weightOf } from "./answer/tally.ts";
export { createSimulator, type Simulator } from "./create-simulator.ts";
export type { Fault, FaultRequest, Faults } from "./faults/fault.ts";
export type { AnsweredRequest } from "./http/exchange.ts";
export type { Listening, ListenOptions } from "./http/listen.ts";
export type { RateLimitOptions } from "./limits/rate-limit-options.ts";
export type { SimulatorOptions, Switches } from "./simulator-options.ts";
