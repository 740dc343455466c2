import type { ShapeName } from "./input/shapes.ts";

/** A figure of a measurement that goals are about. `cold` is the first call in a fresh process. */
export type Figure = "warm" | "cold" | "peak";

/** The most that a figure of one implementation may be of the same figure of another. */
export interface Goal {
  readonly figure: Figure;
  readonly implementation: string;
  readonly against: string;
  readonly shapes: readonly ShapeName[];
  readonly ratioAtMost: number;
}

export interface Task {
  /** The folder of its implementations. */
  readonly name: string;
  readonly title: string;
  /** File names; what they give is compared before anything is timed, but for limits. */
  readonly implementations: readonly string[];
  readonly shapes: readonly ShapeName[];
  readonly goals: readonly Goal[];
}

const largeDense = ["365x1000", "365x5000"] as const satisfies readonly ShapeName[];
const mostShapes = [...largeDense, "365x5000-missing", "365x5000-floats"] as const;

const decode: Task = {
  name: "decode",
  title: "bytes to table",
  implementations: ["ours", "reference", "json-parse", "byte-sum"],
  shapes: ["365x10", ...mostShapes, "365x5000-lex"],
  goals: [
    goal("warm", "ours", "reference", mostShapes, 0.4),
    goal("warm", "ours", "reference", ["365x5000-lex"], 0.45),
    goal("warm", "ours", "byte-sum", largeDense, 2.2),
    // What smaller responses take is mostly the engine's own.
    goal("peak", "ours", "reference", [...mostShapes.slice(1), "365x5000-lex"], 0.55),
    goal("warm", "ours", "reference", ["365x10"], 1),
  ],
};

const rollup: Task = {
  name: "rollup",
  title: "bytes to sums for each time and SDK",
  implementations: ["ours", "naive", "arquero", "polars", "d3"],
  shapes: mostShapes,
  goals: [
    goal("warm", "ours", "naive", [...largeDense, "365x5000-floats"], 1 / 30),
    goal("warm", "ours", "naive", ["365x5000-missing"], 1 / 12),
    goal("peak", "ours", "naive", ["365x5000", "365x5000-floats"], 1 / 10),
  ],
};

const tidy: Task = {
  name: "tidy",
  title: "parsed response to tidy rows",
  implementations: ["ours", "ours-from-table", "naive", "arquero", "polars", "d3"],
  shapes: [...largeDense, "365x5000-missing"],
  // Our own starts from a table, which is quicker made from bytes than a response is parsed.
  goals: ["ours-from-table", "ours"].flatMap((name) =>
    ["arquero", "polars", "d3"].map((peer) => goal("warm", name, peer, largeDense, 1 / 18)),
  ),
};

const csv: Task = {
  name: "csv",
  title: "bytes to bytes of tidy CSV",
  implementations: ["ours", "naive"],
  shapes: mostShapes,
  goals: [
    goal("warm", "ours", "naive", [...largeDense, "365x5000-floats"], 1 / 5),
    goal("warm", "ours", "naive", ["365x5000-missing"], 1 / 3.5),
    goal("peak", "ours", "naive", mostShapes, 1 / 3),
  ],
};

/** What is measured, and the goals. */
export const tasks: readonly Task[] = [decode, rollup, tidy, csv];

function goal(
  figure: Figure,
  implementation: string,
  against: string,
  shapes: readonly ShapeName[],
  ratioAtMost: number,
): Goal {
  return { figure, implementation, against, shapes, ratioAtMost };
}
