/** An error that a program expects of the compiler, by a comment in the line before. */
export interface Expectation {
  /** Line of the error, from 1. */
  readonly line: number;
  /** What the compiler's message has to contain: what stands in backticks in the comment. */
  readonly fragments: readonly string[];
}

const marker = "// @ts-expect-error";

/** The errors that a program expects. */
export function readExpectations(program: string): readonly Expectation[] {
  return program.split("\n").flatMap((text, index) => {
    if (!text.trimStart().startsWith(marker)) return [];
    const fragments = [...text.matchAll(/`([^`]+)`/g)].map(([, fragment = ""]) => fragment);
    return [{ line: index + 2, fragments }];
  });
}

/** The same program, line by line, in which the compiler reports what it was told to expect. */
export function withoutExpectations(program: string): string {
  return program.replaceAll(marker, "// expected:");
}
