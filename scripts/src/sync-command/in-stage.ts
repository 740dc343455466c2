import { SpecError } from "../openapi/document.ts";

/**
 * Gives what goes wrong in a stage a place and a way out, where it does not have them by itself.
 *
 * @param signal Aborted work fails with the reason of the abort.
 */
export async function inStage<Result>(
  stage: string,
  place: string,
  wayOut: string,
  signal: AbortSignal,
  body: () => Result | Promise<Result>,
): Promise<Result> {
  signal.throwIfAborted();
  try {
    return await body();
  } catch (error) {
    signal.throwIfAborted();
    if (error instanceof SpecError) throw error;
    throw new SpecError(stage, place, `${error instanceof Error ? error.message : String(error)}; ${wayOut}`);
  }
}
