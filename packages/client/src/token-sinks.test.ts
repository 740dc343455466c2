import { inspect } from "node:util";
import { afterEach, describe, expect, test, vi } from "vitest";
import { createUsageCore, getMAUTotalUsage } from "./core/index.ts";
import { createUsageClient } from "./create-usage-client.ts";
import type { UsageClientEvent } from "./index.ts";
import type { UsageClientOptions } from "./options/client-options.ts";

const token = "api-5ecr3t-0f-the-account-9f1b7c";
const before = "x".repeat(490); // A server's words are shortened at 500 characters, in the middle of the token here.

/** What a failing call leaves behind. */
interface Traces {
  readonly error: unknown;
  readonly events: readonly UsageClientEvent[];
  readonly urls: readonly string[];
  readonly console: readonly unknown[];
  readonly client: unknown;
  readonly result: unknown;
}

type Fetch = NonNullable<UsageClientOptions["fetch"]>;
const failing =
  (fetch: Fetch, options: Partial<UsageClientOptions> = {}, parameters: object = {}) =>
  async (): Promise<Traces> => {
    const [events, urls, printed]: [UsageClientEvent[], string[], unknown[]] = [[], [], []];
    for (const method of ["log", "warn", "error", "info", "debug"] as const) {
      vi.spyOn(console, method).mockImplementation((...words: unknown[]) => void printed.push(words));
    }
    const usage = createUsageClient({
      accessToken: token,
      retry: { limit: 1, baseDelayMs: 1 },
      onEvent: (event) => events.push(event),
      fetch: async (request) => {
        urls.push(request.url);
        return fetch(request);
      },
      ...options,
    });
    const result = await usage.request("getMAUTotalUsage", parameters as never); // What an untyped caller can pass.
    const error = result.ok ? "no failure" : result.error;
    return { error, events, urls, console: printed, client: usage, result };
  };

const echo =
  (status: number, body: object): Fetch =>
  async () =>
    Response.json(body, { status });
const json =
  (body: unknown): Fetch =>
  async () =>
    Response.json(body);
const silent: Fetch = () => new Promise(() => {});
const told = Object.assign(new Error(`sent ${token}`), {
  name: `Error ${token}`,
  code: token,
  headers: { token },
});

const failures: Readonly<Record<string, readonly [name: string, fail: () => Promise<Traces>][]>> = {
  UsageInputError: [
    ["the client's own options as parameters", failing(json({}), {}, { accessToken: token })],
    [
      "a provider that fails and tells the token",
      failing(json({}), { accessToken: () => Promise.reject(told) }),
    ],
    ["a provider that gives a token with a line end", failing(json({}), { accessToken: () => `${token}\n` })],
    [
      "a provider that gives a token with a scheme",
      failing(json({}), { accessToken: async () => `Bearer ${token}` }),
    ],
  ],
  UsageHttpError: [
    ["a refusal that repeats it", failing(echo(401, { message: `${token} is bad`, code: token, id: token }))],
    ["a refusal that is cut in the middle of it", failing(echo(400, { message: `${before}${token}` }))],
    [
      "a refusal of a token that rotates",
      failing(echo(503, { message: token }), { accessToken: async () => token }),
    ],
  ],
  UsageNetworkError: [
    ["a transport that tells it", failing(() => Promise.reject(told))],
    [
      "a transport that tells it in its cause",
      failing(() => Promise.reject(new TypeError("failed", { cause: told }))),
    ],
    [
      "a transport that throws at once",
      failing(() => {
        throw told;
      }),
    ],
  ],
  UsageTimeoutError: [
    ["an attempt", failing(silent, { attemptTimeoutMs: 5 })],
    ["a deadline", failing(silent, { deadlineMs: 5 })],
  ],
  UsageDecodeError: [
    ["a body that is it", failing(async () => new Response(token))],
    ["a key that is it", failing(json({ metadata: [{}, {}], series: [{ time: 1, [token]: 1 }] }))],
    [
      "a long key that ends in it",
      failing(json({ metadata: [{}, {}], series: [{ time: 1, [`${"k".repeat(70)}${token}`]: 1 }] })),
    ],
    ["a value that is it", failing(json({ metadata: [{}], series: [{ time: 1, "0": token }] }))],
    ["too large a body", failing(async () => new Response(token.repeat(10)), { maxResponseBytes: 20 })],
  ],
};

const properties = (error: unknown): unknown =>
  error instanceof Error
    ? Object.entries(Object.getOwnPropertyDescriptors(error)).map(([name, { value }]) => [name, value])
    : error;
const sinks: Readonly<Record<string, (traces: Traces) => string>> = {
  "the error as text": ({ error }) => String(error),
  "its message": ({ error }) => (error as Error).message, // An error, which the test checks.
  "its stack": ({ error }) => String((error as Error).stack),
  "its JSON": ({ error }) => JSON.stringify(error),
  "its inspection": ({ error }) => inspect(error, { depth: 20, showHidden: true, getters: true }),
  "its properties": ({ error }) => JSON.stringify(properties(error)),
  "its cause": ({ error }) => inspect((error as Error).cause, { depth: 20, showHidden: true }),
  "the result": ({ result }) => inspect(result, { depth: 20, showHidden: true }),
  events: ({ events }) => JSON.stringify(events),
  URLs: ({ urls }) => urls.join(),
  "the console": (traces) => inspect(traces.console, { depth: 20 }),
  "the client": ({ client }) => inspect(client, { depth: 20, showHidden: true }) + JSON.stringify(client),
};

/** Every part of the token that is long enough to be of use. */
const parts = Array.from({ length: token.length - 7 }, (_, start) => token.slice(start, start + 8));
const leaks = (text: string): string[] => parts.filter((part) => text.includes(part));

afterEach(() => {
  vi.restoreAllMocks();
});

describe.each(Object.entries(failures))("of a %s", (name, cases) => {
  describe.each(Object.entries(sinks))("%s", (_sink, read) => {
    test.each(cases)("holds no part of the token: %s", async (_case, fail) => {
      const traces = await fail();
      expect(traces.error).toMatchObject({ name });
      expect(leaks(read(traces))).toEqual([]);
    });
  });
});

test.each([`${token}\n`, `Bearer ${token}`, { token }])(
  "a client that is refused %j tells nothing of it",
  (given) => {
    const create = (): unknown => createUsageClient({ accessToken: given as string }); // What an untyped caller can pass.
    let error: unknown;
    try {
      create();
    } catch (thrown) {
      error = thrown;
    }
    expect(error).toMatchObject({ name: "UsageInputError" });
    expect(leaks(inspect(error, { depth: 20, showHidden: true }))).toEqual([]);
  },
);

test.each<[string, Fetch]>([
  ["UsageHttpError", echo(401, { message: `${before}${token}`, code: token })],
  ["UsageNetworkError", () => Promise.reject(told)],
  ["UsageDecodeError", async () => new Response(token)],
])("a %s of the core tells nothing of it", async (name, fetch) => {
  const usage = createUsageCore({ accessToken: token, operations: { getMAUTotalUsage }, fetch });
  const error: unknown = await usage.getMAUTotalUsage({}).catch((thrown: unknown) => thrown);
  expect(error).toMatchObject({ name });
  expect(leaks(inspect(error, { depth: 20, showHidden: true }) + JSON.stringify(error))).toEqual([]);
});

test("the search for leaks finds them", () => {
  expect(leaks(`Authorization: ${token}`)).toHaveLength(parts.length);
  expect(leaks(`…${token.slice(5, 14)}…`)).toHaveLength(2);
});
