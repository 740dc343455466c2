import { describe, expect, test, vi } from "vitest";
import { createUsageClient } from "./create-usage-client.ts";
import {
  createRateLimiter,
  type UsageClientEvent,
  type UsageClientOptions,
  UsageInputError,
} from "./index.ts";

const body = { _links: {}, sdks: ["Go"] };
type Fetch = NonNullable<UsageClientOptions["fetch"]>;
const fine: Fetch = async () => Response.json(body);
const clientOf = (
  fetch: Fetch,
  options: Partial<UsageClientOptions> = {},
): ReturnType<typeof createUsageClient> =>
  createUsageClient({ accessToken: "api-1", fetch, retry: { limit: 2, baseDelayMs: 1 }, ...options });

describe("raw", () => {
  test("has the headers, the retries and the events of every other call", async () => {
    const [requests, events]: [Request[], UsageClientEvent[]] = [[], []];
    const answers = [new Response("busy", { status: 503 }), Response.json(body)];
    const fetch: Fetch = async (request) => {
      requests.push(request);
      return answers.shift() ?? Response.error();
    };
    const usage = clientOf(fetch, {
      baseUrl: "https://proxy.test/ld",
      onEvent: (event) => events.push(event),
    });
    const { data } = await usage.raw.GET("/api/v2/usage/mau/sdks", {
      params: { query: { sdktype: "client" } },
    });
    expect(data).toEqual(body);
    expect(requests.map(({ url }) => url)).toEqual([
      "https://proxy.test/ld/api/v2/usage/mau/sdks?sdktype=client",
      "https://proxy.test/ld/api/v2/usage/mau/sdks?sdktype=client",
    ]);
    expect(
      requests.map(({ headers }) => [headers.get("Authorization"), headers.get("LD-API-Version")]),
    ).toEqual([
      ["api-1", "beta"],
      ["api-1", "beta"],
    ]);
    expect(events.map(({ type, operationId }) => [type, operationId])).toEqual(
      ["attempt", "response", "wait", "attempt", "response"].map((type) => [type, "getMauSdksByType"]),
    );
  });

  test("gives refusals as openapi-fetch does, and throws what keeps a response from arriving", async () => {
    const refusing = clientOf(async () => Response.json({ code: "not_found" }, { status: 404 }));
    expect(await refusing.raw.GET("/api/v2/usage/mau/sdks")).toMatchObject({ error: { code: "not_found" } });
    const events: UsageClientEvent[] = [];
    const failing = clientOf(() => Promise.reject(new TypeError("fetch failed")), {
      retry: { limit: 0 },
      onEvent: (event) => events.push(event),
    });
    await expect(failing.raw.GET("/api/v2/usage/mau/sdks")).rejects.toMatchObject({
      name: "UsageNetworkError",
    });
    expect(events.at(-1)).toMatchObject({ type: "give-up", errorName: "UsageNetworkError" });
  });

  test.each([
    ["another base URL", "/api/v2/usage/mau/sdks", { baseUrl: "https://elsewhere.test" }, UsageInputError],
    // The runtime itself refuses such a URL.
    ["a path that makes another host", "@elsewhere.test/api/v2/usage/mau/sdks", {}, TypeError],
  ])("does not send the token to %s", async (_name, path, init, error) => {
    const fetch = vi.fn(fine);
    const call = clientOf(fetch).raw.GET(path as "/api/v2/usage/mau/sdks", init);
    await expect(call).rejects.toBeInstanceOf(error);
    expect(fetch).not.toHaveBeenCalled();
  });

  test("tells nothing of a path that the catalog does not know, which may hold anything", async () => {
    const events: UsageClientEvent[] = [];
    const usage = clientOf(fine, { onEvent: (event) => events.push(event) });
    await usage.raw.GET("/api/v2/secret" as "/api/v2/usage/mau/sdks");
    expect(new Set(events.map(({ operationId }) => operationId))).toEqual(new Set(["(unknown)"]));
  });

  test("follows no redirect, also when asked to", async () => {
    const redirects: string[] = [];
    const fetch: Fetch = async ({ redirect }) => {
      redirects.push(redirect);
      return new Response(null, { status: 302, headers: { Location: "https://elsewhere.test/" } });
    };
    const { response } = await clientOf(fetch).raw.GET("/api/v2/usage/mau/sdks", { redirect: "follow" });
    expect([response.status, redirects]).toEqual([302, ["manual"]]);
  });
});

test("a call's own listener hears of that call alone, besides the client's", async () => {
  const [own, all]: UsageClientEvent[][] = [[], []];
  const usage = clientOf(fine, { onEvent: (event) => all?.push(event) });
  await usage.getMauSdksByType({}, { onEvent: (event) => own?.push(event) });
  await usage.request("getMauSdksByType", {}, { parse: "bytes" });
  expect(own?.map(({ type, callNumber }) => [type, callNumber])).toEqual([
    ["attempt", 1],
    ["response", 1],
  ]);
  expect(all?.map(({ callNumber }) => callNumber)).toEqual([1, 1, 2, 2]);
});

describe("hints", () => {
  const hintFor = async (
    status: number,
    options: Partial<UsageClientOptions>,
    message = "",
  ): Promise<string> => {
    const usage = clientOf(async () => Response.json({ message }, { status }), {
      retry: { limit: 0 },
      ...options,
    });
    const { error } = await usage.request("getMauSdksByType", {});
    return error?.name === "UsageHttpError" ? error.hint : "";
  };

  test.each([
    ["sdk-2f5a", /looks like an SDK key/],
    ["mob-2f5a", /looks like a mobile key/],
    ["5f0cd446a77cba0b4c5644a7", /looks like a client-side id/],
    ["api-2f5a", /Check that the token is a personal or service access token/],
  ])("a 401 with %s", async (accessToken, hint) => {
    expect(await hintFor(401, { accessToken })).toMatch(hint);
    expect(await hintFor(401, { accessToken: async () => accessToken })).toMatch(hint);
    expect(await hintFor(401, { accessToken })).not.toContain(accessToken);
  });

  test("a 401 and a 404 name the region, where one was chosen", async () => {
    expect(await hintFor(401, { region: "eu" })).toMatch(/asks the region "eu".*"us" or "federal"/);
    expect(await hintFor(404, {})).toMatch(/asks the region "us"/);
    expect(await hintFor(404, { baseUrl: "https://proxy.test" })).toMatch(
      /Check that baseUrl is the instance/,
    );
  });

  test("a 403 is told apart by its message", async () => {
    expect(await hintFor(403, {}, "must include the header `LD-API-Version: beta`.")).toMatch(
      /A proxy seems to drop/,
    );
    expect(await hintFor(403, {}, "Forbidden.")).toMatch(/give it a role/);
  });

  test("a message that ends in a full stop does not end in two", async () => {
    const usage = clientOf(async () => Response.json({ message: "No such thing." }, { status: 404 }));
    const { error } = await usage.request("getMauSdksByType", {});
    expect(error?.message).toMatch(/\(not-found\): No such thing\. Check the keys/);
  });
});

describe("the access token", () => {
  test("is asked for before each attempt", async () => {
    const tokens: (string | null)[] = [];
    let rotation = 1;
    const fetch: Fetch = async ({ headers }) => {
      tokens.push(headers.get("Authorization"));
      return tokens.length < 3 ? new Response(null, { status: 503 }) : Response.json(body);
    };
    const usage = clientOf(fetch, { accessToken: () => `api-${rotation++}` });
    await usage.getMauSdksByType();
    expect(tokens).toEqual(["api-1", "api-2", "api-3"]);
  });

  test("a provider that hangs does not outlast the deadline", async () => {
    const usage = clientOf(fine, { accessToken: () => new Promise(() => {}), deadlineMs: 20 });
    const { error } = await usage.request("getMauSdksByType", {});
    expect(error).toMatchObject({ name: "UsageTimeoutError", timeout: "deadline" });
  });
});

describe("options", () => {
  test.each<[string, Partial<UsageClientOptions>]>([
    ["deadlineMs", { deadlineMs: 0 }],
    ["attemptTimeoutMs", { attemptTimeoutMs: -1 }],
    ["maxResponseBytes", { maxResponseBytes: 0.5 }],
    ["concurrency", { concurrency: 0 }],
    ["concurrency", { concurrency: 2, rateLimiter: createRateLimiter() }],
    ["rateLimiter", { rateLimiter: { underWay: 0, waiting: 0 } }],
    ["retry.limit", { retry: { limit: -1 } }],
  ])("%s is refused in %o", (option, options) => {
    expect(() => clientOf(fine, options)).toThrow(`${option} = `);
  });

  test.each([
    ["deadlineMs", { deadlineMs: 0 }],
    ["attemptTimeoutMs", { attemptTimeoutMs: Number.NaN }],
    ["parse", { parse: "xml" }],
  ])("%s is refused for a single call", async (parameter, options) => {
    const { error } = await clientOf(fine).request("getMauSdksByType", {}, options as object);
    expect(error).toMatchObject({ name: "UsageInputError", parameter });
  });

  test("a call's own deadline wins", async () => {
    const usage = clientOf(() => new Promise(() => {}), { deadlineMs: 60_000 });
    const { error } = await usage.request("getMauSdksByType", {}, { deadlineMs: 10 });
    expect(error).toMatchObject({ timeout: "deadline", timeoutMs: 10 });
  });

  test("plain http is allowed where it is asked for", async () => {
    const usage = clientOf(fine, { baseUrl: "http://proxy.test", allowInsecure: true });
    expect(await usage.getMauSdksByType()).toEqual(body);
  });

  test("a mistake of a listener is uncaught, and the call goes on", async () => {
    const mistake = new Error("mine");
    const uncaught = new Promise((resolve) => process.once("uncaughtException", resolve));
    const others = process.listeners("uncaughtException").filter((listener) => listener.length === 0);
    expect(others).toEqual([]);
    const usage = clientOf(fine, {
      onEvent: ({ type }) => {
        if (type === "attempt") throw mistake;
      },
    });
    expect(await usage.getMauSdksByType()).toEqual(body);
    expect(await uncaught).toBe(mistake);
  });
});

describe("streams", () => {
  const endless: Fetch = async ({ signal }) =>
    new Response(
      new ReadableStream({
        start: (controller) => signal.addEventListener("abort", () => controller.error(signal.reason)),
        pull: async (controller) => {
          await new Promise((resolve) => setTimeout(resolve, 1));
          controller.enqueue(new Uint8Array(1000));
        },
      }),
    );
  const streamOf = async (options: Partial<UsageClientOptions>, signal?: AbortSignal): Promise<unknown> => {
    const result = await clientOf(endless, options).request(
      "getMauSdksByType",
      {},
      { parse: "stream", signal },
    );
    return result.ok
      ? new Response(result.data).arrayBuffer().catch((error: unknown) => error)
      : result.error;
  };

  test("end at the deadline, at the size limit, and with the caller's reason", async () => {
    expect(await streamOf({ deadlineMs: 30 })).toMatchObject({
      name: "UsageTimeoutError",
      timeout: "deadline",
    });
    expect(await streamOf({ maxResponseBytes: 5000 })).toMatchObject({ name: "UsageDecodeError" });
    const controller = new AbortController();
    setTimeout(() => controller.abort("enough"), 20);
    expect(await streamOf({}, controller.signal)).toBe("enough");
  });
});

describe("what others do wrong", () => {
  test("middleware of raw cannot keep a method from ending", async () => {
    const usage = clientOf(fine);
    usage.raw.use({ onRequest: () => Response.json({ sdks: ["from a cache"] }) });
    expect((await usage.raw.GET("/api/v2/usage/mau/sdks")).data).toEqual({ sdks: ["from a cache"] });
    expect(await usage.getMauSdksByType()).toEqual(body);
  });

  test("an abort with an error of ours is an abort all the same", async () => {
    const reason = new UsageInputError({
      parameter: "other",
      value: 1,
      rule: "it failed",
      wayOut: "mend it",
    });
    const controller = new AbortController();
    const call = clientOf(() => new Promise(() => {})).request(
      "getMauSdksByType",
      {},
      { signal: controller.signal },
    );
    controller.abort(reason);
    await expect(call).rejects.toBe(reason);
  });

  test("an abort while a failed attempt is told of is not lost", async () => {
    const controller = new AbortController();
    const usage = clientOf(async () => new Response(null, { status: 503 }), {
      onEvent: ({ type }) => type === "response" && controller.abort("enough"),
    });
    const call = usage.request("getMauSdksByType", {}, { signal: controller.signal });
    await expect(call).rejects.toBe("enough");
  });

  test.each<[string, unknown]>([
    ["nothing", undefined],
    ["something else", { ok: true }],
  ])("a transport that gives %s is a network failure", async (_name, given) => {
    const { error } = await clientOf(async () => given as Response).request("getMauSdksByType", {});
    expect(error).toMatchObject({ name: "UsageNetworkError" });
  });

  test("a refusal whose body stalls keeps its status", async () => {
    const stalled: Fetch = async () => new Response(new ReadableStream(), { status: 401 });
    const { error, meta } = await clientOf(stalled, { attemptTimeoutMs: 10 }).request("getMauSdksByType", {});
    expect(error).toMatchObject({ name: "UsageHttpError", status: 401, reason: "invalid-token" });
    expect(meta.attempts).toBe(1);
  });

  test("the last response stays in the facts of a call that ends without one", async () => {
    const answers = [new Response("busy", { status: 503 })];
    const fetch: Fetch = async () => answers.shift() ?? Promise.reject(new TypeError("fetch failed"));
    const { meta } = await clientOf(fetch, { retry: { limit: 1, baseDelayMs: 1 } }).request(
      "getMauSdksByType",
      {},
    );
    expect(meta).toMatchObject({ status: 503, attempts: 2 });
  });

  test.each([
    ["https://proxy.test/ld?", "https://proxy.test/ld"],
    ["https://proxy.test#", "https://proxy.test"],
    [" https://proxy.test/ ", "https://proxy.test"],
  ])("the base URL %j is asked as %s", async (baseUrl, asked) => {
    const urls: string[] = [];
    const fetch: Fetch = async (request) => {
      urls.push(request.url);
      return Response.json(body);
    };
    await clientOf(fetch, { baseUrl }).getMauSdksByType();
    expect(urls).toEqual([`${asked}/api/v2/usage/mau/sdks`]);
  });
});
