import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type LineOptions, type Outcome, runInLine } from "./run-in-line.ts";

const options: LineOptions = { limit: 2, countsResults: true, signal: undefined };
const turns = async (count: number): Promise<void> => {
  for (let turn = 0; turn < count; turn += 1) await Promise.resolve();
};
async function take<Result>(line: AsyncIterable<Result>): Promise<Result[]> {
  const results: Result[] = [];
  for await (const result of line) results.push(result);
  return results;
}

describe("runInLine", () => {
  test("gives results in the order of the tasks, with those that take another's place in that place", async () => {
    const size = fc.nat({ max: 4 });
    const task = fc.record({ turns: fc.nat({ max: 9 }), parts: fc.array(size, { maxLength: 3 }) });
    await fc.assert(
      fc.asyncProperty(
        fc.array(task, { maxLength: 8 }),
        fc.integer({ min: 1, max: 4 }),
        fc.boolean(),
        async (tasks, limit, countsResults) => {
          type Task = { name: string; turns: number; parts: readonly number[] };
          let [running, most] = [0, 0];
          const run = async (asked: Task): Promise<Outcome<Task, string>> => {
            running += 1;
            most = Math.max(most, running);
            await turns(asked.turns);
            running -= 1;
            if (asked.parts.length === 0) return { result: asked.name };
            const parts = asked.parts.map((count, index) => ({
              name: `${asked.name}.${index}`,
              turns: count,
              parts: [],
            }));
            return { instead: parts };
          };
          const named = tasks.map((asked, index) => ({ name: String(index), ...asked }));
          const expected = named.flatMap(({ name, parts }) =>
            parts.length === 0 ? [name] : parts.map((_, index) => `${name}.${index}`),
          );
          expect(await take(runInLine(named, run, { ...options, limit, countsResults }))).toEqual(expected);
          expect(most).toBeLessThanOrEqual(limit);
        },
      ),
      { numRuns: 1_000 },
    );
  });

  test("does not run ahead of the caller by more than the limit", async () => {
    const started: number[] = [];
    const line = runInLine(
      [0, 1, 2, 3, 4, 5],
      async (task) => {
        started.push(task);
        return { result: task };
      },
      options,
    );
    expect(started).toEqual([]);
    await line.next();
    await turns(50);
    expect(started).toEqual([0, 1]);
    await line.next();
    await turns(50);
    expect(started).toEqual([0, 1, 2]);
  });

  test("runs ahead when results are not counted", async () => {
    let started = 0;
    const run = async (task: number): Promise<Outcome<number, number>> => {
      started += 1;
      if (task === 0) await turns(40);
      return { result: task };
    };
    const line = runInLine([0, 1, 2, 3, 4, 5], run, { ...options, countsResults: false });
    await line.next();
    expect(started).toBe(6);
  });

  test("a failure ends the line at once, also while an earlier task hangs and looks at no signal", async () => {
    const error = new Error("refused");
    const signals: AbortSignal[] = [];
    const run = (task: number, signal: AbortSignal): Promise<Outcome<number, number>> => {
      signals.push(signal);
      return task === 0 ? new Promise(() => {}) : Promise.reject(error);
    };
    await expect(take(runInLine([0, 1, 2], run, options))).rejects.toBe(error);
    expect(signals.map(({ aborted }) => aborted)).toEqual([true, true]);
  });

  test("the caller's abort ends it with the caller's reason, before and while it runs", async () => {
    const controller = new AbortController();
    const { signal } = controller;
    const line = take(runInLine([0], () => new Promise<never>(() => {}), { ...options, signal }));
    controller.abort("enough");
    await expect(line).rejects.toBe("enough");
    const started: number[] = [];
    const late = runInLine([0], async (task) => ({ result: started.push(task) }), { ...options, signal });
    await expect(take(late)).rejects.toBe("enough");
    expect(started).toEqual([]);
  });

  test("a caller who stops taking ends what is under way, and nothing more is started", async () => {
    const signals: AbortSignal[] = [];
    const run = async (task: number, signal: AbortSignal): Promise<Outcome<number, number>> => {
      signals.push(signal);
      return { result: task };
    };
    for await (const _ of runInLine([0, 1, 2, 3], run, options)) break;
    await turns(50);
    expect(signals.map(({ aborted }) => aborted)).toEqual([true, true]);
  });
});
