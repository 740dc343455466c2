import { largeDense, type SeriesTask } from "../series-task.ts";

const time = { figure: "warm", implementation: "ours", against: "naive" } as const;
const missing = ["365x5000-missing"] as const;

export const csv: SeriesTask = {
  name: "csv",
  title: "Bytes to bytes of tidy CSV",
  about:
    "`ours` is `decodeSeriesBytes` and `toCsvStream`, whose chunks are dropped as if they had been sent. `naive` makes rows as objects, a text of each, and joins them; its bytes are those of `ours`. `polars-writer` is polars' `writeCSV` alone, from a frame that it has already. d3-array and apache-arrow write no CSV.",
  implementations: ["ours", "naive", "arquero", "polars", "polars-writer"],
  shapes: [...largeDense, ...missing, "365x5000-floats"],
  goals: [
    { ...time, shapes: [...largeDense, "365x5000-floats"], ratioAtMost: 1 / 5 },
    { ...time, shapes: missing, ratioAtMost: 1 / 3.5 },
    { ...time, figure: "peak", shapes: [...largeDense, ...missing, "365x5000-floats"], ratioAtMost: 1 / 3 },
    {
      ...{ ...time, against: "polars-writer", shapes: largeDense, ratioAtMost: 1 },
      whenMissed:
        "half of it is copying the parts of lines of eleven columns, of which the writer has six, and it reads the points besides, which the writer has done before (see the profile)",
    },
  ],
};
