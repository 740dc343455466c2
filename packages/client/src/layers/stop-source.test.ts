import { expect, test, vi } from "vitest";
import { StopSource } from "./stop-source.ts";

const once = { once: true } as const;

test("listeners are told once and in order, and the first reason stays", () => {
  const stop = new StopSource();
  const told: unknown[] = [];
  stop.addEventListener("abort", () => told.push(["first", stop.reason]));
  stop.addEventListener("abort", () => told.push(["second", stop.aborted]));
  expect([stop.aborted, stop.listenerCount]).toEqual([false, 2]);
  expect(stop.throwIfAborted()).toBe(undefined);
  stop.abort("enough");
  stop.abort("later");
  expect(told).toEqual([
    ["first", "enough"],
    ["second", true],
  ]);
  expect([stop.reason, stop.listenerCount]).toEqual(["enough", 0]);
});

// A caller's reason may be anything, things that count as false included.
test.each([["enough"], [0], [false], [null], [undefined]])("throws the reason %j itself", (reason) => {
  const stop = new StopSource();
  stop.abort(reason);
  let thrown: unknown = "nothing";
  try {
    stop.throwIfAborted();
  } catch (error) {
    thrown = error;
  }
  expect(thrown).toBe(reason);
});

test("who has left is not told, even when another one's work made it leave", () => {
  const stop = new StopSource();
  const [left, takenBack] = [vi.fn(), vi.fn()];
  stop.addEventListener("abort", left);
  stop.addEventListener("abort", () => stop.removeEventListener("abort", takenBack));
  stop.addEventListener("abort", takenBack);
  stop.removeEventListener("abort", left);
  stop.abort("enough");
  expect([left.mock.calls.length, takenBack.mock.calls.length]).toEqual([0, 0]);
});

test("whoever comes late is not told, as with a signal of the platform", () => {
  const [stop, controller] = [new StopSource(), new AbortController()];
  stop.abort("enough");
  controller.abort("enough");
  const late = vi.fn();
  for (const signal of [stop, controller.signal]) signal.addEventListener("abort", late, once);
  stop.abort("again");
  controller.abort("again");
  expect(late).not.toHaveBeenCalled();
  expect(stop.listenerCount).toBe(0);
});
