import { largeDense, type SeriesTask, sparse } from "../series-task.ts";

const [, ...largest] = largeDense;
const time = {
  figure: "warm",
  implementation: "ours",
  against: "json-to-columns",
  whenMissed:
    "it is reading keys and digits byte by byte, and where there are holes getting room for them (see the profile); the engine's parser is at its best while a body fits the processor's cache",
} as const;

export const decode: SeriesTask = {
  name: "decode",
  title: "Bytes to table",
  about:
    "`ours` is `decodeSeriesBytes`, which checks all that it reads. `json-to-columns` is what a careful user writes: parse, and fill one buffer row by row, without checks; `naive` makes an array of each series. Limits: `json-parse` is the engine's parser alone, `byte-sum` looks at every byte once. d3-array has nothing for it.",
  implementations: [
    ...["ours", "json-to-columns", "naive", "arquero", "arrow", "polars"],
    ...["json-parse", "byte-sum"],
  ],
  shapes: ["365x10", ...largeDense, ...sparse, "365x5000-floats", "365x5000-lex"],
  goals: [
    { ...time, shapes: [...largeDense, ...sparse, "365x5000-floats"], ratioAtMost: 0.4 },
    { ...time, shapes: ["365x5000-lex"], ratioAtMost: 0.45 },
    { ...time, against: "byte-sum", shapes: largeDense, ratioAtMost: 2.2 },
    // What smaller responses take is mostly the engine's own.
    {
      ...{ figure: "peak", implementation: "ours", against: "json-to-columns", ratioAtMost: 0.55 },
      shapes: [...largest, "365x5000-missing", "365x5000-floats", "365x5000-lex"],
    },
    { ...time, shapes: ["365x10"], ratioAtMost: 1 },
  ],
};
