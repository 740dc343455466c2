import { getEventListeners } from "node:events";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { systemClock } from "../clock.ts";
import { abortable, sleep } from "./abortable.ts";

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  expect(vi.getTimerCount()).toBe(0);
  vi.useRealTimers();
});

const never = new Promise<never>(() => {});

describe("a promise that can be left", () => {
  test("settles like the promise, and lets go of the signal", async () => {
    const { signal } = new AbortController();
    expect(await abortable(Promise.resolve(1), signal)).toBe(1);
    await expect(abortable(Promise.reject("lost"), signal)).rejects.toBe("lost");
    expect(getEventListeners(signal, "abort")).toEqual([]);
  });

  // A caller's reason may be anything, things that count as false included.
  test.each([[{ my: "reason" }], ["enough"], [""], [0], [false], [null]])(
    "rejects with the reason %j itself, at any time",
    async (reason) => {
      const controller = new AbortController();
      const waiting = abortable(never, controller.signal);
      controller.abort(reason);
      await expect(waiting).rejects.toBe(reason);
      await expect(abortable(never, controller.signal)).rejects.toBe(reason);
      await expect(abortable(Promise.resolve("too late"), controller.signal)).rejects.toBe(reason);
    },
  );

  test("rejects with the platform's reason where none was given", async () => {
    await expect(abortable(never, AbortSignal.abort())).rejects.toMatchObject({ name: "AbortError" });
  });

  test("takes a later failure of the promise upon itself", async () => {
    // An unhandled rejection would fail the run of the tests.
    const controller = new AbortController();
    let fail = (_reason: unknown): void => {};
    const promise = new Promise<never>((_resolve, reject) => {
      fail = reject;
    });
    const waiting = abortable(promise, controller.signal);
    controller.abort("enough");
    await expect(waiting).rejects.toBe("enough");
    fail(new Error("late"));
    await vi.advanceTimersByTimeAsync(1);
    expect(getEventListeners(controller.signal, "abort")).toEqual([]);
  });
});

describe("a wait", () => {
  test.each([1, 2500])("of %i ms takes exactly that long", async (delayMs) => {
    const { signal } = new AbortController();
    const [startMs, ended] = [performance.now(), vi.fn()];
    void sleep(systemClock, delayMs, signal).then(() => ended(performance.now() - startMs));
    await vi.advanceTimersByTimeAsync(delayMs - 1);
    expect(ended).not.toHaveBeenCalled();
    await vi.advanceTimersByTimeAsync(1);
    expect(ended).toHaveBeenCalledExactlyOnceWith(delayMs);
    expect(getEventListeners(signal, "abort")).toEqual([]);
  });

  test("ends with the reason, its timer gone", async () => {
    const controller = new AbortController();
    const waiting = sleep(systemClock, 60_000, controller.signal);
    expect(vi.getTimerCount()).toBe(1);
    controller.abort("enough");
    await expect(waiting).rejects.toBe("enough");
    expect(vi.getTimerCount()).toBe(0);
    await expect(sleep(systemClock, 60_000, controller.signal)).rejects.toBe("enough");
  });
});
