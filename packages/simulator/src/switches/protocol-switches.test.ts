import { catalog, type OperationDescriptor } from "@ldusage/types/catalog";
import { describe, expect, test } from "vitest";
import { createSimulator } from "../create-simulator.ts";
import type { Switches } from "../simulator-options.ts";

const headers = { Authorization: "api-test", "LD-API-Version": "beta" };
const nowMs = Date.UTC(2026, 10, 15, 12);
const simulator = createSimulator({ nowMs, contexts: 20, days: 90, switches: { groupOrder: "stable" } });
const usage = "/api/v2/usage";

interface Answer {
  readonly status: number;
  readonly body: { code?: string; message?: string; id?: string; series?: unknown[] };
}

async function ask(path: string, switches: Partial<Switches>, sent: HeadersInit = headers): Promise<Answer> {
  simulator.set({ switches: { ...defaults, ...switches } });
  const answer = await simulator.fetch(new Request(`http://x${path}`, { headers: sent }));
  return { status: answer.status, body: await answer.json() };
}

const defaults: Partial<Switches> = {
  badSource: 404,
  betaBody: "message-only",
  errorId: false,
  longGroupedRange: undefined,
  region: "us",
  retryAfter: false,
  timeUnit: "strict",
  unknownParams: "ignore",
};

describe("timeUnit", () => {
  const from = Date.UTC(2026, 10, 1);
  const mau = `${usage}/total-mau`;
  const logs = `${usage}/observability/logs`;

  test("strict: seconds for milliseconds are January 1970, and over the limit", async () => {
    expect((await ask(`${mau}?from=${from / 1000}`, {})).body.message).toBe(
      "The time range is too large: the maximum is 365 days",
    );
  });

  test("strict: milliseconds for seconds are far in the future", async () => {
    expect((await ask(`${logs}?from=${from}`, {})).status).toBe(400);
    const { status, body } = await ask(`${logs}?from=${from / 1000}&to=${nowMs}`, {});
    expect([status, body.message]).toEqual([400, "Timestamp out of range"]);
  });

  test("lenient: either unit gives the same answer", async () => {
    for (const path of [mau, logs]) {
      const [inMs, inSeconds] = [
        await ask(`${path}?from=${from}&to=${nowMs}`, { timeUnit: "lenient" }),
        await ask(`${path}?from=${from / 1000}&to=${nowMs / 1000}`, { timeUnit: "lenient" }),
      ];
      expect(inMs).toEqual(inSeconds);
      expect(inMs.body.series?.length).toBeGreaterThan(12);
    }
  });

  test("lenient: 1e11 is the least number of milliseconds", async () => {
    const read = async (from: number): Promise<unknown> =>
      (await ask(`${logs}?from=${from}&to=${from}`, { timeUnit: "lenient" })).status;
    // As seconds it would be the year 5138, which is no reason to refuse.
    expect([await read(1e11 - 1), await read(1e11), await read(-1e11)]).toEqual([200, 200, 200]);
    const order = async (query: string): Promise<number> =>
      (await ask(`${logs}?${query}`, { timeUnit: "lenient" })).status;
    expect(await order(`from=${1e11 - 1}&to=${1e11}`)).toBe(400);
    expect(await order(`from=${1e11}&to=${1e11 - 1}`)).toBe(200);
  });
});

describe("unknownParams", () => {
  test.each([
    ["groupby=sdkName", "groupby"],
    ["sdkName=a&__proto__=1", "__proto__"],
    ["contextKind=user", "contextKind"],
  ])("%s is ignored or refused", async (query, name) => {
    expect((await ask(`${usage}/total-mau?${query}`, {})).status).toBe(200);
    expect(await ask(`${usage}/total-mau?${query}`, { unknownParams: "refuse" })).toEqual({
      status: 400,
      body: { code: "invalid_request", message: `Unknown parameter: ${name}` },
    });
  });

  test("a path parameter is no query parameter", async () => {
    const path = `${usage}/streams/client?source=server`;
    expect((await ask(path, {})).body).toEqual((await ask(`${usage}/streams/client`, {})).body);
    expect((await ask(path, { unknownParams: "refuse" })).status).toBe(400);
  });

  test("what the operation has is not unknown", async () => {
    const known = `${usage}/total-mau?groupBy=sdkName&sdkName=a&granularity=daily`;
    expect((await ask(known, { unknownParams: "refuse" })).status).toBe(200);
  });
});

describe("longGroupedRange", () => {
  const range = (days: number): string => `from=${nowMs - days * 86_400_000}`;
  const switches: Partial<Switches> = { longGroupedRange: { days: 31 } };

  test("refuses grouped ranges of more days, in words that are about the range", async () => {
    expect(await ask(`${usage}/total-mau?groupBy=sdkName&${range(31.5)}`, switches)).toEqual({
      status: 400,
      body: { code: "invalid_request", message: "Date range too large" },
    });
    expect((await ask(`${usage}/total-mau?groupBy=sdkName&${range(31)}`, switches)).status).toBe(200);
    expect((await ask(`${usage}/mau?groupby=sdk&${range(60)}`, switches)).status).toBe(400);
  });

  test("leaves other ranges alone, and so does its absence", async () => {
    expect((await ask(`${usage}/total-mau?${range(60)}`, switches)).status).toBe(200);
    expect((await ask(`${usage}/mau/bycategory?${range(60)}`, switches)).status).toBe(200);
    expect((await ask(`${usage}/total-mau?groupBy=sdkName&${range(60)}`, {})).status).toBe(200);
  });
});

test("badSource", async () => {
  for (const [path, name] of [
    ["streams/browser", "source"],
    ["events/sent", "type"],
    ["streams/x/sdkversions", "source"],
  ]) {
    expect((await ask(`${usage}/${path}`, {})).status).toBe(404);
    const { status, body } = await ask(`${usage}/${path}`, { badSource: 400 });
    expect([status, body.message]).toEqual([400, `Invalid ${name} argument: ${path?.split("/")[1]}`]);
  }
  expect((await ask(`${usage}/evaluations/web-shop/production/none`, { badSource: 400 })).status).toBe(404);
});

test("betaBody", async () => {
  const sent = { Authorization: "api-test" };
  expect(Object.keys((await ask(`${usage}/total-mau`, {}, sent)).body)).toEqual(["message"]);
  const { body } = await ask(`${usage}/total-mau`, { betaBody: "code+message" }, sent);
  expect(body).toEqual({
    code: "forbidden",
    message: "This API is in beta. To use it, your request must include the header `LD-API-Version: beta`.",
  });
});

test("errorId: the same request always has the same id, and another one another", async () => {
  const idOf = async (path: string, sent?: HeadersInit): Promise<string | undefined> =>
    (await ask(path, { errorId: true }, sent)).body.id;
  const first = await idOf("/a");
  expect(first).toMatch(/^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/);
  expect(await idOf("/a")).toBe(first);
  expect(await idOf("/b")).not.toBe(first);
  expect(await idOf("/a", {})).not.toBe(first);
  expect(await idOf(`${usage}/total-mau?from=x`)).toMatch(/./);
  expect((await ask("/a", {})).body).not.toHaveProperty("id");
  expect((await ask(`${usage}/total-mau`, { errorId: true })).body).not.toHaveProperty("id");
});

describe("region", () => {
  const missing = Object.values(catalog)
    .filter(({ path }: OperationDescriptor) => /\/usage\/(observability\/|vega-ai$)/.test(path))
    .map(({ path }) => path);

  test.each(["eu", "federal"] as const)("%s lacks Observability and Vega alone", async (region) => {
    expect(missing).toHaveLength(6);
    for (const path of missing) {
      expect((await ask(path, { region })).status).toBe(404);
      expect((await ask(path, {})).status).toBe(200);
    }
    expect((await ask(`${usage}/total-mau`, { region })).status).toBe(200);
  });
});

describe("retryAfter", () => {
  const refusedWith = async (retryAfter: boolean, own?: boolean): Promise<string | null> => {
    const limited = createSimulator({
      contexts: 1,
      switches: { retryAfter },
      rateLimit: { global: 0, clock: () => 0, ...(own !== undefined && { retryAfter: own }) },
    });
    const answer = await limited.fetch(new Request("http://x/", { method: "POST", headers }));
    expect(answer.status).toBe(429);
    return answer.headers.get("Retry-After");
  };

  test.each<[boolean, boolean | undefined, string | null]>([
    [false, undefined, null],
    [true, undefined, "10"],
    [true, false, null],
    [false, true, "10"],
  ])("%s, with %s in rateLimit, gives %s", async (retryAfter, own, expected) => {
    expect(await refusedWith(retryAfter, own)).toBe(expected);
  });
});
