/** A number that was promised, with what came out. */
export interface Goal {
  /** What is compared, such as "one-call bundle, gzip: ours / official client". */
  readonly name: string;
  /** What was promised, such as "at most 0.111". */
  readonly goal: string;
  readonly measured: string;
  readonly isMet: boolean;
  /** Why it is missed, in words. */
  readonly reason?: string;
}

/** A limit that cannot flake, because what it limits does not depend on how busy the machine is. */
export interface Budget {
  /** What is limited, with its unit, such as "one-call bundle, gzip bytes". */
  readonly name: string;
  readonly limit: number;
  readonly measured: number;
}

export interface Table {
  readonly caption?: string;
  readonly columns: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

/** What one subject of the benchmarks gives: a section of `bench/RESULTS.md`. */
export interface Section {
  readonly title: string;
  /** What was measured and how, in two or three sentences. */
  readonly about: string;
  readonly tables: readonly Table[];
  readonly goals: readonly Goal[];
  readonly budgets: readonly Budget[];
}

export interface MeasureOptions {
  /** Fewer rounds and smaller shapes, so that all subjects take less than two minutes together. */
  readonly quick: boolean;
  /** Says on the terminal what is being measured. */
  readonly log: (line: string) => void;
}

/** One subject of the benchmarks. */
export interface Subject {
  /** The word for it on the command line. */
  readonly name: string;
  measure(options: MeasureOptions): Promise<Section>;
}
