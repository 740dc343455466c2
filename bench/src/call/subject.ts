import type { Subject } from "../report/section.ts";
import { describeCalls } from "./describe-calls.ts";
import { type CallEffort, measureCalls } from "./measure-calls.ts";

const wholeEffort: CallEffort = { warmUpCount: 4000, roundCount: 21, callCount: 400, patienceMs: 200 };
const quickEffort: CallEffort = { warmUpCount: 1000, roundCount: 3, callCount: 100, patienceMs: 0 };

/** What one call costs a program that makes many of them. */
export const callSubject: Subject = {
  name: "call",
  measure: async ({ quick, log }) =>
    describeCalls(await measureCalls(quick ? quickEffort : wholeEffort, log)),
};
