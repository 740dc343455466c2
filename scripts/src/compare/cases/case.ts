import type { Change } from "./changed-document.ts";

/** A change of the compiled document, and everything that a sync says of it: class, kind, operations, sentence. */
export interface Case {
  readonly name: string;
  /** What the former document has that the repository's has not. */
  readonly given?: Change;
  readonly change: Change;
  readonly words: readonly unknown[];
}
