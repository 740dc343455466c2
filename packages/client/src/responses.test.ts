import { inspect } from "node:util";
import { describe, expect, test } from "vitest";
import { createUsageClient } from "./create-usage-client.ts";
import { UsageDecodeError, UsageHttpError, UsageNetworkError } from "./index.ts";
import type { UsageClient } from "./usage-client.ts";

const accessToken = "api-SECRET";

const clientWith = (fetch: (request: Request) => Promise<Response>): UsageClient =>
  createUsageClient({ accessToken, fetch, retry: { limit: 0 } });
const answering = (body: BodyInit | null, init: ResponseInit = {}): UsageClient =>
  clientWith(async () => new Response(body, init));
const failureOf = (usage: UsageClient): Promise<unknown> =>
  usage.getMAUTotalUsage().then(
    () => "no failure",
    (error: unknown) => error,
  );

describe("successful responses", () => {
  test("a method gives the body, with members that the reference does not list", async () => {
    const body = { _links: {}, metadata: [{}], series: [{ time: 1, "0": 2 }], totalEvaluations: 2 };
    const usage = answering(JSON.stringify(body));
    expect(await usage.getMAUTotalUsage()).toEqual(body);
    expect(await usage.request("getMAUTotalUsage", {})).toEqual({
      ok: true,
      data: body,
      meta: {
        operationId: "getMAUTotalUsage",
        status: 200,
        attempts: 1,
        durationMs: expect.any(Number),
        rateLimit: {},
      },
    });
  });

  test.each<[string, string, object]>([
    ["no points", '{"series":[],"metadata":[]}', { series: [], metadata: [] }],
    ["no points, as null", '{"series":null,"metadata":null}', { series: [], metadata: [] }],
    [
      "a lone series without metadata",
      '{"series":[{"time":1,"value":2}]}',
      { series: [{ time: 1, value: 2 }], metadata: [] },
    ],
    [
      "null for a hole",
      '{"series":[{"time":1,"0":null}],"metadata":[{}]}',
      { series: [{ time: 1, "0": null }], metadata: [{}] },
    ],
  ])("%s is a response", async (_name, body, expected) => {
    expect(await answering(body).getMAUTotalUsage()).toEqual(expected);
  });
});

describe("responses that cannot be decoded", () => {
  test.each<[string, string, string]>([
    ["empty", "", "the body is empty"],
    ["cut off", '{"series":[', "the body is not JSON, or is cut off"],
    ["HTML", "<html>hello</html>", "the body is HTML or XML, not JSON"],
    ["null", "null", "the body is not an object"],
    ["a list", "[]", "the body is not an object"],
    ["without series", '{"metadata":[]}', '"series" is not a list'],
    ["with odd metadata", '{"series":[],"metadata":{}}', '"metadata" is not a list'],
    ["with an odd point", '{"series":[1],"metadata":[{}]}', '"series"[0] is not an object'],
    ["without time", '{"series":[{"0":1}],"metadata":[{}]}', '"series"[0] has no point in time as "time"'],
    [
      "with text as time",
      '{"series":[{"time":"1"}],"metadata":[{}]}',
      '"series"[0] has no point in time as "time"',
    ],
    [
      "with a key past metadata",
      '{"series":[{"time":1,"0":1},{"time":2,"2":1}],"metadata":[{},{}]}',
      '"series"[1] has the key "2", but "metadata" describes 2 series',
    ],
    [
      "with text as value",
      '{"series":[{"time":1,"0":"12"}],"metadata":[{}]}',
      '"series"[0] has no number under the key "0"',
    ],
    [
      "with an endless value",
      '{"series":[{"time":1,"0":1e999}],"metadata":[{}]}',
      '"series"[0] has no number under the key "0"',
    ],
    [
      "with a name beside keys",
      '{"series":[{"time":1,"foo":7}],"metadata":[{},{}]}',
      '"series"[0] has the key "foo", but "metadata" describes 2 series',
    ],
    ["with an odd entry of metadata", '{"series":[],"metadata":[null]}', '"metadata"[0] is not an object'],
    [
      "with a huge key",
      '{"series":[{"time":1,"4294967296":1}],"metadata":[{}]}',
      '"series"[0] has the key "4294967296", but "metadata" describes 1 series',
    ],
  ])("%s", async (_name, body, found) => {
    const failure = await failureOf(answering(body));
    expect(failure).toBeInstanceOf(UsageDecodeError);
    expect(failure).toMatchObject({ operationId: "getMAUTotalUsage", status: 200, found });
  });

  test.each([
    ['{"sdks":"Android"}', '"sdks" is not a list'],
    ['{"sdks":["Android",null]}', '"sdks"[1] is not text'],
  ])("the list %s", async (body, found) => {
    const call = answering(body).getMauSdksByType();
    await expect(call).rejects.toMatchObject({ name: "UsageDecodeError", found });
  });

  test("a list of objects without a field", async () => {
    const call = answering('{"sdkVersions":[{"sdk":"Go"}]}').getStreamUsageSdkversion({ source: "server" });
    await expect(call).rejects.toMatchObject({
      found: '"sdkVersions"[0] has no text under "sdk", "version"',
    });
  });
});

describe("statuses", () => {
  const json = (status: number, body: object): UsageClient => answering(JSON.stringify(body), { status });
  const beta = "This API is in beta. To use it, your request must include the header `LD-API-Version: beta`.";

  test.each<[number, object, string]>([
    [400, { code: "invalid_request", message: "Invalid group by argument: x" }, "invalid-request"],
    [400, { code: "invalid_request", message: "date range too large" }, "range-too-large"],
    [400, { message: "The time range exceeds the maximum of 365 days" }, "range-too-large"],
    [401, { code: "unauthorized", message: "Invalid access token" }, "invalid-token"],
    [403, { message: beta }, "missing-beta-header"],
    [
      403,
      { code: "forbidden", message: "Forbidden. Access to the requested resource was denied." },
      "forbidden",
    ],
    [404, { code: "not_found", message: "Invalid resource identifier" }, "not-found"],
    [429, { code: "rate_limited", message: "Try again later." }, "rate-limited"],
    [500, {}, "unavailable"],
    [503, { code: "service_unavailable", message: "Requested service unavailable" }, "unavailable"],
    [301, {}, "redirected"],
    [418, {}, "unexpected-status"],
  ])("%i with %o", async (status, body, reason) => {
    const usage = json(status, body);
    const failure = await failureOf(usage);
    expect(failure).toBeInstanceOf(UsageHttpError);
    expect(failure).toMatchObject({ operationId: "getMAUTotalUsage", status, reason });
    expect(await usage.request("getMAUTotalUsage", {})).toMatchObject({ ok: false, meta: { status } });
  });

  test("code, message and id are facts of the error, and absent where the server gave none", async () => {
    const full = await failureOf(json(404, { code: "not_found", message: "No such thing", id: "abc" }));
    expect(full).toMatchObject({ code: "not_found", serverMessage: "No such thing", id: "abc" });
    const bare = await failureOf(answering("<h1>Bad gateway</h1>", { status: 502 }));
    expect(bare).toMatchObject({
      code: undefined,
      serverMessage: undefined,
      id: undefined,
      reason: "unavailable",
    });
  });

  test("the server's words are shortened to one plain line", async () => {
    const message = `a\u001b[31m\n${"x".repeat(2000)}`;
    const failure = await failureOf(json(400, { message }));
    expect((failure as UsageHttpError).serverMessage).toBe(`a [31m ${"x".repeat(493)}…`); // checked above
  });

  test("redirects are not followed", async () => {
    const seen: string[] = [];
    const usage = clientWith(async (request) => {
      seen.push(request.redirect);
      return new Response(null, { status: 302, headers: { Location: "https://elsewhere.test/" } });
    });
    expect(await failureOf(usage)).toMatchObject({ reason: "redirected", status: 302 });
    expect(seen).toEqual(["manual"]);
  });
});

describe("no response", () => {
  test("what the transport threw is told without the thing itself", async () => {
    const cause = Object.assign(new Error("connect ECONNREFUSED 127.0.0.1:9"), {
      code: "ECONNREFUSED",
      extra: 1,
    });
    const usage = clientWith(() => Promise.reject(new TypeError("fetch failed", { cause })));
    const failure = await failureOf(usage);
    expect(failure).toBeInstanceOf(UsageNetworkError);
    expect((failure as UsageNetworkError).cause).toEqual({
      name: "Error",
      message: "connect ECONNREFUSED 127.0.0.1:9",
      code: "ECONNREFUSED",
    });
    expect(await usage.request("getMAUTotalUsage", {})).toMatchObject({
      ok: false,
      meta: { operationId: "getMAUTotalUsage" },
    });
  });

  test("a body that breaks off is a network failure", async () => {
    const body = new ReadableStream({
      start(controller) {
        controller.enqueue(new TextEncoder().encode('{"series":'));
        controller.error(new TypeError("terminated"));
      },
    });
    expect(await failureOf(answering(body))).toBeInstanceOf(UsageNetworkError);
  });

  test("the caller's abort rejects with the caller's own reason, before and during a call", async () => {
    const reason = { my: "reason" };
    const waiting = clientWith(
      ({ signal }) =>
        new Promise((_resolve, reject) => signal.addEventListener("abort", () => reject(signal.reason))),
    );
    const controller = new AbortController();
    const call = waiting.getMAUTotalUsage({}, { signal: controller.signal });
    controller.abort(reason);
    await expect(call).rejects.toBe(reason);
    await expect(waiting.request("getMAUTotalUsage", {}, { signal: controller.signal })).rejects.toBe(reason);
  });
});

describe("the access token", () => {
  const echo = JSON.stringify({ message: `token ${accessToken} is bad`, code: accessToken, id: accessToken });
  const failing: Record<string, UsageClient> = {
    "an error that echoes it": answering(echo, { status: 401 }),
    "a transport that tells it": clientWith((request) =>
      Promise.reject(new Error(`${request.url} ${request.headers.get("Authorization")}`)),
    ),
    "a body that is it": answering(accessToken),
  };
  const sinks: Record<string, (error: unknown) => string> = {
    text: String,
    inspect: (error) => inspect(error, { depth: 9, showHidden: true }),
    JSON: (error) => JSON.stringify(error, Object.getOwnPropertyNames(error)),
    stack: (error) => String((error as Error).stack),
  };
  const cases = Object.keys(failing).flatMap((source) =>
    Object.keys(sinks).map((sink) => [source, sink] as const),
  );

  test.each(cases)("%s does not reach %s", async (source, sink) => {
    const usage = failing[source];
    const failure = usage === undefined ? undefined : await failureOf(usage);
    expect(failure).toBeInstanceOf(Error);
    expect(sinks[sink]?.(failure)).not.toContain("SECRET");
  });

  test("the client itself does not show it", () => {
    expect(inspect(answering(""), { depth: 9, showHidden: true })).not.toContain("SECRET");
    expect(JSON.stringify(answering(""))).not.toContain("SECRET");
  });
});
