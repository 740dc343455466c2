import type { Shape } from "../input/shapes.ts";

/** One way to do a task. Each is a module of its own that exports it as `implementation`. */
export interface Implementation<Input = unknown, Output = unknown> {
  /** Makes what the task starts from out of the bytes of a response; not measured. */
  prepare(bytes: Uint8Array, shape: Shape): Input | Promise<Input>;
  /** What is measured. */
  run(input: Input): Output | Promise<Output>;
  /** What a result is compared by; not measured. */
  digest(output: Output, input: Input): Digests | Promise<Digests>;
}

/**
 * Texts, each by what it is of, that are the same for two implementations exactly when their results are, to all
 * practical purposes. None for a limit, which does only a part of the task.
 */
export type Digests = Readonly<Record<string, string>>;

/** For tasks that start from the bytes as they are. */
export const keepBytes = (bytes: Uint8Array): Uint8Array => bytes;

/** The bytes of a response, and what one who asked for it knows: how wide its buckets are. */
export interface KnownBytes extends Pick<Shape, "granularity"> {
  readonly bytes: Uint8Array;
}

export const keepKnownBytes = (bytes: Uint8Array, { granularity }: Shape): KnownBytes => ({
  bytes,
  granularity,
});
