import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  countAnswer,
  countLoss,
  countSent,
  createRateBudget,
  hold,
  looksAgainAtMs,
  opensAtMs,
  type RateBudget,
} from "./rate-budget.ts";

const nowMs = 1000;
const budget = (known: Partial<RateBudget> = {}): RateBudget => ({
  ...createRateBudget(),
  sentAtMs: nowMs,
  ...known,
});
const never = Number.POSITIVE_INFINITY;

describe("a request may go out", () => {
  test.each<[name: string, known: Partial<RateBudget>, opensAt: number]>([
    ["at once while nothing is known", {}, nowMs],
    ["at once while nothing is known, however many are under way", { inFlight: 100 }, nowMs],
    ["at once while something is left", { remaining: 1, resetAtMs: 5000 }, nowMs],
    ["at once while more is left than may be under way uncounted", { remaining: 3, inFlight: 2 }, nowMs],
    [
      "when one of those under way is answered, which may take all that is left",
      { remaining: 2, inFlight: 2 },
      never,
    ],
    ["when one is answered, whatever the window", { remaining: 1, inFlight: 1, resetAtMs: 5000 }, never],
    ["at the end of the window when nothing is left", { remaining: 0, resetAtMs: 5000 }, 5000],
    [
      "at the end of the window when nothing is left, with others under way",
      { remaining: 0, resetAtMs: 5000, inFlight: 3 },
      5000,
    ],
    ["at once to find out, when nothing is left and no window is known", { remaining: 0 }, nowMs],
    ["when the one that finds out is answered", { remaining: 0, inFlight: 1 }, never],
    ["when a hold is over", { heldUntilMs: 3000, remaining: 10 }, 3000],
    [
      "when a hold is over, before the window's end",
      { heldUntilMs: 3000, remaining: 0, resetAtMs: 5000 },
      3000,
    ],
    ["at once when a hold is over now", { heldUntilMs: nowMs, probing: true }, nowMs],
    ["when the one after a hold is answered", { heldUntilMs: nowMs, probing: true, inFlight: 1 }, never],
  ])("%s", (_name, known, opensAt) => {
    expect(opensAtMs(budget(known), nowMs)).toBe(opensAt);
  });
});

describe("after the end of a window", () => {
  test("one request finds out where the budget was spent, and its answer lets the others go", () => {
    const spent = budget({ remaining: 0, resetAtMs: nowMs });
    expect(opensAtMs(spent, nowMs)).toBe(nowMs);
    const probe = countSent(spent, nowMs);
    expect(opensAtMs(spent, nowMs)).toBe(never);
    countAnswer(spent, probe, { remaining: 5, resetAtMs: 9000 });
    expect(opensAtMs(spent, nowMs)).toBe(nowMs);
  });

  test("one request finds out although others from before are silent, whose end says nothing any more", () => {
    const spent = budget({ remaining: 0, resetAtMs: nowMs, inFlight: 2 });
    expect(opensAtMs(spent, nowMs)).toBe(nowMs);
    countSent(spent, nowMs);
    countAnswer(spent, 0, { remaining: 5, resetAtMs: undefined });
    countLoss(spent, 0);
    expect(opensAtMs(spent, nowMs)).toBe(never);
  });

  test("what was under way may count in the new window, and its answer tells of that one", () => {
    const ample = budget({ remaining: 10, resetAtMs: nowMs, inFlight: 3 });
    expect(opensAtMs(ample, nowMs)).toBe(nowMs);
    countAnswer(ample, 0, { remaining: 2, resetAtMs: 9000 });
    // Two are left, as the server says, and two more that it may have counted since are on their way.
    expect(opensAtMs(ample, nowMs)).toBe(never);
    countLoss(ample, 0, false);
    expect(opensAtMs(ample, nowMs)).toBe(nowMs);
    // Once that window is over too, they are of no account any more.
    expect(opensAtMs(ample, 9000)).toBe(9000);
    countAnswer(ample, 0, { remaining: 0, resetAtMs: 20_000 });
    expect(opensAtMs(ample, 9000)).toBe(9000);
  });

  test("nothing is held where there was enough", () => {
    const ample = budget({ remaining: 10, resetAtMs: nowMs, inFlight: 4 });
    expect(opensAtMs(ample, nowMs)).toBe(nowMs);
    countSent(ample, nowMs);
    expect(opensAtMs(ample, nowMs)).toBe(nowMs);
  });
});

describe("an answer", () => {
  const known = { inFlight: 3, remaining: 5, resetAtMs: 4000 };
  test.each<
    [name: string, report: [remaining: number | undefined, resetAtMs: number | undefined], after: object]
  >([
    [
      "that says nothing of a budget, which it has used all the same",
      [undefined, 4000],
      { ...known, remaining: 4 },
    ],
    ["of the same window that says less", [2, 4000], { remaining: 2, resetAtMs: 4000 }],
    ["of the same window that was overtaken", [8, 4000], { remaining: 5, resetAtMs: 4000 }],
    ["of the same window, up to rounding", [8, 4009], { remaining: 5, resetAtMs: 4000 }],
    ["of the next window", [8, 14_000], { remaining: 8, resetAtMs: 14_000 }],
    ["of a window that is over", [8, undefined], { remaining: 5, resetAtMs: 4000 }],
    ["of a window that is over, with less", [1, undefined], { remaining: 1, resetAtMs: 4000 }],
  ])("%s", (_name, [remaining, resetAtMs], after) => {
    const informed = budget(known);
    countAnswer(informed, 0, { remaining, resetAtMs });
    expect(informed).toEqual(budget({ ...after, inFlight: 2 }));
  });

  test("is believed while no window is known", () => {
    const informed = budget({ inFlight: 2, remaining: 5 });
    countAnswer(informed, 0, { remaining: 8, resetAtMs: undefined });
    expect(informed).toEqual(budget({ inFlight: 1, remaining: 8 }));
  });

  test("that never comes may have been counted", () => {
    const losing = budget({ inFlight: 3, remaining: 1 });
    for (const remaining of [0, 0]) {
      countLoss(losing, 0);
      expect(losing.remaining).toBe(remaining);
    }
    expect(losing.inFlight).toBe(1);
    const unknown = budget({ inFlight: 1 });
    countLoss(unknown, 0);
    expect(unknown).toEqual(budget());
  });
});

describe("a hold", () => {
  test("is never shortened by another", () => {
    const held = budget();
    hold(held, 5000);
    hold(held, 3000);
    expect(opensAtMs(held, nowMs)).toBe(5000);
  });

  test("ends with one that finds out, whatever those from before may still say", () => {
    const held = budget({ remaining: 9, resetAtMs: 9000 });
    const early = countSent(held, nowMs);
    hold(held, nowMs);
    countSent(held, nowMs);
    countAnswer(held, early, { remaining: 9, resetAtMs: 9000 });
    expect(opensAtMs(held, nowMs)).toBe(never);
  });
});

describe("whatever happens", () => {
  const event = fc.oneof(
    fc.record({ type: fc.constant("pass" as const), ms: fc.integer({ min: 0, max: 3000 }) }),
    fc.record({ type: fc.constant("send" as const) }),
    fc.record({
      type: fc.constant("answer" as const),
      remaining: fc.option(fc.integer({ min: 0, max: 4 }), { nil: undefined }),
      resetInMs: fc.option(fc.integer({ min: 1, max: 5000 }), { nil: undefined }),
    }),
    fc.record({ type: fc.constant("loss" as const) }),
    fc.record({ type: fc.constant("hold" as const), ms: fc.integer({ min: 0, max: 5000 }) }),
  );

  test("no more are sent than are left, one at a time finds out, and with none of its own under way it is looked at again", () => {
    fc.assert(
      fc.property(fc.array(event, { maxLength: 60, size: "max" }), (events) => {
        const [budgetOf, underWay]: [RateBudget, number[]] = [createRateBudget(), []];
        let atMs = 0;
        for (const happened of events) {
          const opensAt = opensAtMs(budgetOf, atMs);
          expect(opensAt).toBeGreaterThanOrEqual(atMs);
          if (budgetOf.inFlight === 0) {
            expect(Math.min(opensAt, looksAgainAtMs(budgetOf, atMs))).toBeLessThanOrEqual(atMs + 5000);
          }
          if (happened.type === "pass") atMs += happened.ms;
          else if (happened.type === "hold") hold(budgetOf, atMs + happened.ms);
          else if (happened.type === "send") {
            if (opensAt > atMs) continue;
            const { inFlight, carried, remaining, probing } = budgetOf;
            if (probing || remaining === 0) expect(inFlight).toBe(0);
            else expect(inFlight + carried).toBeLessThan(Math.max(1, remaining ?? never));
            underWay.push(countSent(budgetOf, nowMs));
          } else {
            // Some answers overtake others.
            const [epoch] = underWay.splice(underWay.length >> 1, 1);
            if (epoch === undefined) continue;
            if (happened.type === "loss") countLoss(budgetOf, epoch);
            else {
              const { remaining, resetInMs } = happened;
              const resetAtMs = resetInMs === undefined ? undefined : atMs + resetInMs;
              countAnswer(budgetOf, epoch, { remaining, resetAtMs });
            }
          }
          expect(Math.min(budgetOf.inFlight, budgetOf.carried)).toBeGreaterThanOrEqual(0);
        }
      }),
      { numRuns: 1000 },
    );
  });
});
