import { largeDense, type SeriesTask } from "../series-task.ts";

const peers = ["arquero", "polars", "d3"];

export const rows: SeriesTask = {
  name: "rows",
  title: "Parsed response to tidy rows",
  about:
    "`ours` is `decodeSeries`, which checks the response, and `toTidy`; `ours-from-table` is `toTidy` alone, from a table that is quicker made from bytes than a response is parsed; `ours-as-objects` is `decodeSeries` and `toRows`. `naive` spreads the dimensions of its series into an object for each value.",
  implementations: [
    ...["ours", "ours-from-table", "ours-as-objects", "naive"],
    ...["arquero", "arrow", "polars", "d3"],
  ],
  shapes: [...largeDense, "365x1000-missing", "365x5000-missing"],
  goals: ["ours", "ours-from-table"].flatMap((implementation) => [
    {
      figure: "warm",
      implementation,
      against: "naive",
      shapes: largeDense,
      ratioAtMost: 1 / 30,
    } as const,
    ...peers.map(
      (against) =>
        ({ figure: "warm", implementation, against, shapes: largeDense, ratioAtMost: 1 / 18 }) as const,
    ),
  ]),
};
