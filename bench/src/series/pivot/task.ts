import { firstRun } from "../rollup/task.ts";
import { largeDense, type SeriesTask } from "../series-task.ts";

const time = { figure: "warm", implementation: "ours", against: "naive" } as const;
const reading = "it is mostly reading the digits of points (see the profile, and `decode`)";

export const pivot: SeriesTask = {
  name: "pivot",
  title: "Bytes to a table of months by SDKs",
  about:
    "`ours` is `decodeSeriesBytes` and `pivot` with sums. `naive` makes rows as objects and adds them up in an object for each month; the others work the month of a time out once. apache-arrow cannot pivot.",
  implementations: ["ours", "naive", "arquero", "polars", "d3"],
  shapes: [...largeDense, "365x5000-missing"],
  goals: [
    { ...time, shapes: largeDense, ratioAtMost: 1 / 30, whenMissed: reading },
    { ...time, shapes: ["365x5000-missing"], ratioAtMost: 1 / 12, whenMissed: reading },
    {
      ...time,
      figure: "peak",
      shapes: ["8760x200", "365x5000"],
      ratioAtMost: 1 / 10,
      whenMissed: firstRun,
    },
  ],
};
