import type { Subject } from "../report/section.ts";
import { describePulls } from "./describe-pulls.ts";
import { measurePulls, type PullEffort } from "./measure-pulls.ts";

const wholeEffort: PullEffort = { roundCountOf: ({ isByMonth }) => (isByMonth ? 5 : 21), patienceMs: 300 };
const quickEffort: PullEffort = { roundCountOf: ({ isByMonth }) => (isByMonth ? 1 : 3), patienceMs: 0 };

/** What it takes to pull a year and more under a rate limit. */
export const pullSubject: Subject = {
  name: "pull",
  measure: async ({ quick, log }) =>
    describePulls(await measurePulls(quick ? quickEffort : wholeEffort, log)),
};
