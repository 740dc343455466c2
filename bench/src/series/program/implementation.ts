/** One way to do a task. Each is a module of its own that exports it as `implementation`. */
export interface Implementation<Input = unknown, Output = unknown> {
  /** Makes what the task starts from out of the bytes of a response; not measured. */
  prepare(bytes: Uint8Array): Input | Promise<Input>;
  /** What is measured. */
  run(input: Input): Output | Promise<Output>;
  /**
   * A text that is the same for two implementations exactly when their results are, to all practical purposes; not
   * measured. `undefined` for a limit, which does only a part of the task.
   */
  digest(output: Output, input: Input): string | undefined | Promise<string>;
}

/** For tasks that start from the bytes as they are. */
export const keepBytes = (bytes: Uint8Array): Uint8Array => bytes;
