import type { ShapeName } from "./input/shapes.ts";

/** A figure of a measurement. `cold` is the first call in a fresh process. */
export type Figure = "warm" | "cold" | "peak";

/** The most that a figure of one implementation may be of the same figure of another. */
export interface RatioGoal {
  readonly figure: Exclude<Figure, "cold">;
  readonly implementation: string;
  readonly against: string;
  readonly shapes: readonly ShapeName[];
  readonly ratioAtMost: number;
  /** Why it is missed where it is, as a profile shows it. */
  readonly whenMissed?: string;
}

/** Something to do with a response, and the ways to do it. */
export interface SeriesTask {
  /** The folder of its implementations, and its word on the command line. */
  readonly name: string;
  readonly title: string;
  /** What the implementations do, in a few sentences. */
  readonly about: string;
  /** File names, the own one first; what they give is compared before anything is timed, but for limits. */
  readonly implementations: readonly string[];
  readonly shapes: readonly ShapeName[];
  readonly goals: readonly RatioGoal[];
}

/** Packages of `bench/peers` that implementations need, by the names of their files. */
export const peersOf: Readonly<Record<string, readonly string[]>> = {
  arquero: ["arquero"],
  arrow: ["apache-arrow"],
  d3: ["d3-array"],
  polars: ["nodejs-polars", "nodejs-polars-linux-x64-gnu"],
  "polars-writer": ["nodejs-polars", "nodejs-polars-linux-x64-gnu"],
};

/** Shapes without holes that have 365,000 values or more. */
export const largeDense = ["365x1000", "8760x200", "365x5000"] as const satisfies readonly ShapeName[];

/** Shapes that lack 70 % of their values. */
export const sparse = [
  "365x1000-missing",
  "8760x200-missing",
  "365x5000-missing",
] as const satisfies readonly ShapeName[];
