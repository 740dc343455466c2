/**
 * Runs tasks with at most `limit` of them under way, and gives their results in the order of the tasks.
 * The first failure rejects; no task is started after it.
 */
export async function runConcurrently<Result>(
  tasks: readonly (() => Promise<Result>)[],
  limit: number,
): Promise<Result[]> {
  const results: Result[] = [];
  let next = 0;
  let failed = false;
  const work = async (): Promise<void> => {
    while (next < tasks.length && !failed) {
      const position = next;
      next += 1;
      try {
        const task = tasks[position];
        if (task !== undefined) results[position] = await task();
      } catch (error) {
        failed = true;
        throw error;
      }
    }
  };
  await Promise.all(Array.from({ length: Math.min(limit, tasks.length) }, work));
  return results;
}
