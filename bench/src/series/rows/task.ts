import { largeDense, type SeriesTask } from "../series-task.ts";

const peers = ["arquero", "polars", "d3"];
const whenMissed = {
  ours: "nearly half is `decodeSeries`, which checks every value and counts the keys of every point, and most of the rest is writing some 22 bytes for each value into new memory (see the profile); who has the bytes decodes those instead (`ours-from-table` and `decode`)",
  "ours-from-table": "it writes some 22 bytes for each value, and takes little more than that",
};

export const rows: SeriesTask = {
  name: "rows",
  title: "Parsed response to tidy rows",
  about:
    "`ours` is `decodeSeries`, which checks the response, and `toTidy`; `ours-from-table` is `toTidy` alone, from a table that is quicker made from bytes than a response is parsed; `ours-as-objects` is `decodeSeries` and `toRows`. `naive` spreads the dimensions of its series into an object for each value.",
  implementations: [
    ...["ours", "ours-from-table", "ours-as-objects", "naive"],
    ...["arquero", "arrow", "polars", "d3"],
  ],
  shapes: [...largeDense, "365x5000-missing"],
  goals: (["ours", "ours-from-table"] as const).flatMap((implementation) => {
    const reason = { whenMissed: whenMissed[implementation] };
    const time = { figure: "warm", implementation, shapes: largeDense, ...reason } as const;
    return [
      { ...time, against: "naive", ratioAtMost: 1 / 30 },
      ...peers.map((against) => ({ ...time, against, ratioAtMost: 1 / 18 })),
    ];
  }),
};
