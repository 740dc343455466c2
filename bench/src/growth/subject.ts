import type { Section, Subject } from "../report/section.ts";
import { describeGrowth } from "./describe-growth.ts";
import { measureGrowth } from "./measure-growth.ts";

/** How time and memory grow with the number of series and of points. */
export const growthSubject: Subject = {
  name: "growth",
  async measure({ quick, log }): Promise<Section> {
    // What is counted does not depend on what else runs, and processor time little.
    return describeGrowth(quick ? await measureGrowth(5, 2, log) : await measureGrowth(7, 1, log));
  },
};
