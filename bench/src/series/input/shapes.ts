/** What a response is like: its size, its holes, its numbers, and the order of the members of its points. */
export interface Shape {
  readonly timeCount: number;
  readonly seriesCount: number;
  readonly granularity: "daily" | "hourly";
  /** Share of the points that have no key in their series. */
  readonly missingShare: number;
  /** Floats have up to four decimals; integers are 4 to 90,000. */
  readonly numbers: "integers" | "floats";
  /** Members by number with `time` first, or in the order of their bytes with `time` last, as a Go map is written. */
  readonly memberOrder: "number" | "bytes";
}

const dense = { missingShare: 0, numbers: "integers", memberOrder: "number" } as const;
const days = { ...dense, timeCount: 365, granularity: "daily" } as const;
const hours = { ...dense, timeCount: 8760, granularity: "hourly" } as const;

/** The shapes by name: daily or hourly points of a year times the number of series. */
export const shapes = {
  "365x10": { ...days, seriesCount: 10 },
  "365x1000": { ...days, seriesCount: 1000 },
  "365x1000-missing": { ...days, seriesCount: 1000, missingShare: 0.7 },
  "8760x200": { ...hours, seriesCount: 200 },
  "8760x200-missing": { ...hours, seriesCount: 200, missingShare: 0.7 },
  "365x5000": { ...days, seriesCount: 5000 },
  "365x5000-missing": { ...days, seriesCount: 5000, missingShare: 0.7 },
  "365x5000-floats": { ...days, seriesCount: 5000, numbers: "floats" },
  "365x5000-lex": { ...days, seriesCount: 5000, memberOrder: "bytes" },
} as const satisfies Record<string, Shape>;

export type ShapeName = keyof typeof shapes;
