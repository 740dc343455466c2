// With as many requests at a time as the budget has room for.
import type { Puller } from "../puller.ts";
import { createPuller } from "./ours.ts";

export const puller: Puller = createPuller((tuned) => tuned);
