/** Something that a maintainer should know of, and that stops nothing. */
export interface Finding {
  readonly stage: string;
  readonly place: string;
  /** What was found, as a sentence. */
  readonly problem: string;
  /** What to do about it, as a sentence; `undefined` where there is nothing to do. */
  readonly wayOut: string | undefined;
}
