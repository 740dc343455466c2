import { isUsageInputError } from "@ldusage/types/errors";
import { describe, expect, test } from "vitest";
import { createSimulator, type Simulator } from "./create-simulator.ts";
import type { SimulatorChanges } from "./settings.ts";
import type { SimulatorOptions } from "./simulator-options.ts";

const headers = { Authorization: "api-test", "LD-API-Version": "beta" };
const url = "http://x/api/v2/usage/total-mau?from=1792800000000";
const ask = (simulator: Simulator, asked = url): Promise<Response> =>
  simulator.fetch(new Request(asked, { headers }));
const small: SimulatorOptions = { contexts: 10, days: 90 };
const fault503 = { kind: "status", status: 503 } as const;

async function statuses(simulator: Simulator, count: number): Promise<number[]> {
  const found: number[] = [];
  for (let index = 0; index < count; index += 1) found.push((await ask(simulator)).status);
  return found;
}

function messageOf(work: () => unknown): string {
  try {
    work();
    return "nothing was thrown";
  } catch (error) {
    return isUsageInputError(error) ? error.message : `not typed: ${error}`;
  }
}

describe("set takes effect for the next request", () => {
  test("of faults, counted anew", async () => {
    const simulator = createSimulator({ ...small, faults: [fault503] });
    expect(await statuses(simulator, 2)).toEqual([503, 200]);
    simulator.set({ faults: [undefined, fault503] });
    expect(await statuses(simulator, 3)).toEqual([200, 503, 200]);
    const indexes: number[] = [];
    simulator.set({
      faults: ({ index }) => {
        indexes.push(index);
        return undefined;
      },
    });
    await statuses(simulator, 2);
    expect(indexes).toEqual([0, 1]);
  });

  test("of a rate limit, with whole budgets, and of none", async () => {
    const simulator = createSimulator(small);
    expect(await statuses(simulator, 2)).toEqual([200, 200]);
    simulator.set({ rateLimit: { route: 1 } });
    expect(await statuses(simulator, 2)).toEqual([200, 429]);
    simulator.set({ switches: { region: "eu" } });
    expect(await statuses(simulator, 1)).toEqual([429]);
    simulator.set({ rateLimit: { route: 1 } });
    expect(await statuses(simulator, 2)).toEqual([200, 429]);
    simulator.set({ rateLimit: undefined });
    expect(await statuses(simulator, 3)).toEqual([200, 200, 200]);
  });

  test("of the clock: a log made from a seed goes on", async () => {
    const simulator = createSimulator({ ...small, nowMs: Date.UTC(2026, 10, 15, 12) });
    const points = async (): Promise<number> => (await (await ask(simulator)).json()).series.length;
    const before = await points();
    simulator.set({ nowMs: () => Date.UTC(2026, 10, 20, 12) });
    expect(await points()).toBe(before + 5);
    simulator.set({ nowMs: undefined });
    expect(await points()).toBe(before);
  });

  test("of the token", async () => {
    const simulator = createSimulator({ ...small, accessToken: "api-test" });
    expect(await statuses(simulator, 1)).toEqual([200]);
    simulator.set({ accessToken: "api-other" });
    expect(await statuses(simulator, 1)).toEqual([401]);
    simulator.set({ accessToken: undefined });
    expect(await statuses(simulator, 1)).toEqual([200]);
  });

  test("of switches, but not for a request that has arrived", async () => {
    const simulator = createSimulator({ ...small, latencyMs: 20 });
    const arrived = ask(simulator, `${url}&planet=mars`);
    simulator.set({ switches: { unknownParams: "refuse" }, latencyMs: 0 });
    expect((await ask(simulator, `${url}&planet=mars`)).status).toBe(400);
    expect((await arrived).status).toBe(200);
    expect(simulator.requests.map(({ status }) => status)).toEqual([400, 200]);
  });
});

describe("latency", () => {
  test("delays every answer, and an abort ends it", async () => {
    const simulator = createSimulator({ ...small, latencyMs: 30, faults: [fault503] });
    const startMs = performance.now();
    expect(await statuses(simulator, 2)).toEqual([503, 200]);
    // Timers may go off a little early.
    expect(performance.now() - startMs).toBeGreaterThan(55);
    simulator.set({ latencyMs: 60_000 });
    const stop = new AbortController();
    const waiting = simulator.fetch(new Request(url, { headers, signal: stop.signal }));
    stop.abort(new Error("enough"));
    await expect(waiting).rejects.toThrow("enough");
  });
});

test("a change that cannot be made leaves everything as it was", async () => {
  const simulator = createSimulator(small);
  expect(() => simulator.set({ faults: [fault503], latencyMs: -1 })).toThrow("latencyMs = -1 is refused");
  expect(await statuses(simulator, 1)).toEqual([200]);
});

test("requests can be forgotten, in the same list", async () => {
  const simulator = createSimulator(small);
  const { requests } = simulator;
  await statuses(simulator, 2);
  expect(requests).toHaveLength(2);
  simulator.clearRequests();
  expect(requests).toEqual([]);
  await statuses(simulator, 1);
  expect(requests).toHaveLength(1);
});

test("as many of the latest requests are kept as is wanted", async () => {
  const simulator = createSimulator({ ...small, requestsKept: 2, faults: [fault503] });
  await statuses(simulator, 4);
  expect(simulator.requests.map(({ status }) => status)).toEqual([200, 200]);
  const forgetful = createSimulator({ ...small, requestsKept: 0 });
  await statuses(forgetful, 2);
  expect(forgetful.requests).toEqual([]);
});

describe("impossible options", () => {
  const whole = (name: string, value: string, least: number, most: number): string =>
    `${name} = ${value} is refused: it is not a whole number from ${least} to ${most}; give one.`;
  const safe = Number.MAX_SAFE_INTEGER;
  test.each<[string, object, string]>([
    ["a seed", { seed: "7" }, whole("seed", '"7"', -safe, safe)],
    ["a seed that is no number", { seed: Number.NaN }, whole("seed", "NaN", -safe, safe)],
    ["a broken seed", { seed: 1.5 }, whole("seed", "1.5", -safe, safe)],
    ["days", { days: -1 }, whole("days", "-1", 0, 36_600)],
    ["contexts", { contexts: 1e9 }, whole("contexts", "1000000000", 0, 10_000_000)],
    [
      "a size",
      { size: "huge" },
      'size = "huge" is refused: there is no such size; use one of tiny, small, medium, large.',
    ],
    [
      "a size by its prototype",
      { size: "toString" },
      'size = "toString" is refused: there is no such size; use one of tiny, small, medium, large.',
    ],
    ["events", { events: {} }, "events = {} is refused: it is no list; give a list of events."],
    ["a clock", { nowMs: "now" }, whole("nowMs", '"now"', -253402300800000, 253402300800000)],
    [
      "a clock that is wrong",
      { nowMs: () => Number.NaN },
      whole("nowMs", "NaN", -253402300800000, 253402300800000),
    ],
    ["a latency", { latencyMs: 3e9 }, whole("latencyMs", "3000000000", 0, 2_147_483_647)],
    [
      "a token",
      { accessToken: "" },
      'accessToken = "" is refused: it is not a text that a header can hold without spaces; give one such as api-test.',
    ],
    [
      "a token with a scheme",
      { accessToken: "Bearer x" },
      'accessToken = "Bearer x" is refused: it is not a text that a header can hold without spaces; give one such as api-test.',
    ],
    [
      "faults",
      { faults: "503" },
      'faults = "503" is refused: it is neither a list nor a function; give one of them.',
    ],
    [
      "a rate limit",
      { rateLimit: 5 },
      "rateLimit = 5 is refused: it is no object; give { global }, { route } or both.",
    ],
    [
      "no rate limit",
      { rateLimit: null },
      "rateLimit = null is refused: it is no object; give { global }, { route } or both.",
    ],
    [
      "switches",
      { switches: { region: "mars" } },
      'switches.region = "mars" is refused: it is none of the values of this switch; give one of "us", "eu", "federal".',
    ],
  ])("%s", (_name, options, message) => {
    expect(messageOf(() => createSimulator(options))).toBe(message);
  });

  test.each<[string, object, string]>([
    [
      "a switch beside switches",
      { region: "eu" },
      'region = "eu" is refused: it is nothing that can be changed while the simulator runs; give { switches: { region } }.',
    ],
    [
      "what is fixed",
      { seed: 2 },
      "seed = 2 is refused: it is nothing that can be changed while the simulator runs; use accessToken, faults, latencyMs, nowMs, rateLimit, switches.",
    ],
    [
      "nothing",
      null as unknown as object,
      "changes = null is refused: it is no object; give { name: value }.",
    ],
  ])("%s at run time", (_name, changes, message) => {
    expect(messageOf(() => createSimulator(small).set(changes as SimulatorChanges))).toBe(message);
  });

  test.each<[object, string]>([
    [{ port: 65_536 }, whole("port", "65536", 0, 65_535)],
    [{ port: "80" }, whole("port", '"80"', 0, 65_535)],
    [{ host: "" }, 'host = "" is refused: it is no name or address; give one such as 127.0.0.1.'],
  ])("a place to listen: %j", async (place, message) => {
    await expect(createSimulator(small).listen(place)).rejects.toThrow(message);
  });
});

test("it listens where it is told to", async () => {
  const simulator = createSimulator(small);
  for (const [host, origin] of [
    ["localhost", "http://localhost"],
    ["0.0.0.0", "http://127.0.0.1"],
  ] as const) {
    const server = await simulator.listen({ host });
    expect(server.url).toBe(`${origin}:${server.port}`);
    expect((await fetch(server.url)).status).toBe(200);
    await server.close();
  }
});
