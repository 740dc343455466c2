import { hasTraces, startRun } from "./run-lock.ts";
import { finishInterrupted } from "./write-files.ts";

export interface ExclusiveRun {
  /** Aborted when the process is asked to end. */
  readonly signal: AbortSignal;
  /** Files of an interrupted run that were finished before this one. */
  readonly finished: readonly string[];
}

const signals = ["SIGINT", "SIGTERM"] as const;

/**
 * Runs something that reads and writes a tree, with no other run beside it, on a tree in order. A signal to end aborts
 * it; once it has cleaned up, the process ends by that signal.
 *
 * @throws SpecError when another run is at work.
 */
export async function runExclusively<Result>(
  root: string,
  body: (run: ExclusiveRun) => Promise<Result>,
): Promise<Result> {
  const controller = new AbortController();
  let received: NodeJS.Signals | undefined;
  const abort = (signal: NodeJS.Signals): void => {
    received = signal;
    controller.abort(new Error(`ended by ${signal}`));
    // A second one ends the process at once.
    for (const each of signals) process.off(each, abort);
  };
  for (const each of signals) process.on(each, abort);
  try {
    const end = startRun(root);
    try {
      return await body({ signal: controller.signal, finished: finishInterrupted(root) });
    } finally {
      end();
    }
  } finally {
    for (const each of signals) process.off(each, abort);
    if (received !== undefined) process.kill(process.pid, received);
  }
}

/** Finishes what an interrupted run left, for one that only reads. Touches nothing where nothing is left. */
export async function finishTraces(root: string): Promise<readonly string[]> {
  return hasTraces(root) ? runExclusively(root, async ({ finished }) => finished) : [];
}
