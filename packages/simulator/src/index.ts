export { attributeOf, internalId } from "./account/attribute-of.ts";
export type { AttributeValue, UsageEvent } from "./account/usage-event.ts";
export { weightOf } from "./answer/tally.ts";
export { type AnsweredRequest, createSimulator, type Simulator } from "./create-simulator.ts";
export type { Listening, ListenOptions } from "./http/listen.ts";
export type { SimulatorOptions, Switches } from "./simulator-options.ts";
