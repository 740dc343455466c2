/** What became of a task: its result, or the tasks that take its place. */
export type Outcome<Task, Result> = { readonly result: Result } | { readonly instead: readonly Task[] };

export interface LineOptions {
  /** Most tasks under way at once. */
  readonly limit: number;
  /** Whether results that wait for their turn count as well, so that there are never more than `limit`. */
  readonly countsResults: boolean;
  /** Ends the line with its reason. */
  readonly signal: AbortSignal | undefined;
}

interface Place<Task, Result> {
  readonly task: Task;
  result: Promise<Result | undefined> | undefined;
  isDone: boolean;
}

/**
 * Runs tasks concurrently and gives their results in the order of the tasks. A task may be replaced by others, which
 * take its place in the line. The first failure, whichever task it is of, ends the line at once; nothing is started
 * after it, nor after the caller stops taking, which aborts the signal that tasks are given.
 */
export async function* runInLine<Task, Result>(
  tasks: readonly Task[],
  run: (task: Task, signal: AbortSignal) => Promise<Outcome<Task, Result>>,
  { limit, countsResults, signal }: LineOptions,
): AsyncGenerator<Result, void, undefined> {
  const placeFor = (task: Task): Place<Task, Result> => ({ task, result: undefined, isDone: false });
  const line = tasks.map(placeFor);
  const ending = new AbortController();
  const follow = (): void => ending.abort(signal?.reason);
  const start = async (place: Place<Task, Result>): Promise<Result | undefined> => {
    try {
      const outcome = await run(place.task, ending.signal);
      place.isDone = true;
      if ("result" in outcome) return outcome.result;
      line.splice(line.indexOf(place), 1, ...outcome.instead.map(placeFor));
    } catch (error) {
      ending.abort(error);
    }
    return undefined;
  };
  const startMore = (): void => {
    let busy = line.filter(({ result, isDone }) => result && (countsResults || !isDone)).length;
    for (const place of line) {
      if (busy >= limit || ending.signal.aborted) return;
      if (place.result !== undefined) continue;
      place.result = start(place).finally(startMore);
      busy += 1;
    }
  };
  signal?.addEventListener("abort", follow);
  try {
    signal?.throwIfAborted();
    for (;;) {
      startMore();
      const [first] = line;
      if (first === undefined) return;
      await settled(first.result, ending.signal);
      if (ending.signal.aborted) throw ending.signal.reason;
      if (line[0] !== first) continue;
      line.shift();
      yield (await first.result) as Result; // a place that stays in the line has one
    }
  } finally {
    signal?.removeEventListener("abort", follow);
    ending.abort();
  }
}

/** Waits for the end of a task or of the line. Racing a promise that outlives the tasks would keep their results. */
function settled(result: Promise<unknown> | undefined, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const end = (): void => {
      signal.removeEventListener("abort", end);
      resolve();
    };
    signal.addEventListener("abort", end);
    result?.then(end);
  });
}
