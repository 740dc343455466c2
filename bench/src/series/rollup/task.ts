import { largeDense, type SeriesTask, sparse } from "../series-task.ts";

const time = { figure: "warm", implementation: "ours", against: "naive" } as const;
const reading = "it is nearly all reading the digits of points (see the profile, and `decode`)";
export const firstRun =
  "decoding alone takes 0.085; the rest is what the engine needs for code that runs for the first time: without its optimising compiler (`--no-opt`) it is 0.088 for sums and 0.091 for months";

export const rollup: SeriesTask = {
  name: "rollup",
  title: "Bytes to sums for each time and SDK",
  about:
    "`ours` is `decodeSeriesBytes` and `rollup`. `naive` makes rows as objects and adds them up under a text of time and SDK. apache-arrow has no groups.",
  implementations: ["ours", "naive", "arquero", "polars", "d3"],
  shapes: [...largeDense, ...sparse, "365x5000-floats"],
  goals: [
    { ...time, shapes: [...largeDense, "365x5000-floats"], ratioAtMost: 1 / 30, whenMissed: reading },
    { ...time, shapes: sparse, ratioAtMost: 1 / 12, whenMissed: reading },
    {
      ...time,
      figure: "peak",
      shapes: ["8760x200", "365x5000", "365x5000-floats"],
      ratioAtMost: 1 / 10,
      whenMissed: firstRun,
    },
  ],
};
