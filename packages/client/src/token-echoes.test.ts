import { inspect } from "node:util";
import { describe, expect, test } from "vitest";
import { createUsageClient } from "./create-usage-client.ts";
import type { UsageClientOptions } from "./options/client-options.ts";

// Ways in which a token can come back in a form, or at a place, where it is harder to find.
const token = "api-5ecr3t-0f-the-account-9f1b7c";
const partsOf = (text: string): string[] =>
  Array.from({ length: text.length - 7 }, (_, start) => text.slice(start, start + 8));

/** Makes a call that fails, and looks for parts of a text in all that it leaves. */
async function leaksOf(
  secret: string,
  options: Partial<UsageClientOptions>,
  parameters: unknown = {},
): Promise<string[]> {
  const events: unknown[] = [];
  const usage = createUsageClient({
    accessToken: secret,
    retry: { limit: 1, baseDelayMs: 1 },
    onEvent: (event) => events.push(event),
    ...options,
  });
  const result = await usage.request("getMAUTotalUsage", parameters as never); // What an untyped caller can pass.
  expect(result.ok).toBe(false);
  const left = inspect([result, events, usage], { depth: 20, showHidden: true }) + JSON.stringify(result);
  return partsOf(secret).filter((part) => left.includes(part));
}

type Respond = () => Response;
const answering = (respond: Respond): Partial<UsageClientOptions> => ({ fetch: async () => respond() });
const oddKey = (key: string): string => `{"metadata":[{},{}],"series":[{"time":1,"${key}":1}]}`;

describe("no part of a token comes back", () => {
  test.each(["message", "code", "id"])("in a server's %s, wherever it is cut", async (field) => {
    for (let length = 500 - token.length - 2; length <= 502; length += 1) {
      const text = `${"x".repeat(length)}${token}`;
      const respond = (): Response => Response.json({ [field]: text }, { status: 400 });
      expect(await leaksOf(token, answering(respond))).toEqual([]);
    }
  });

  test("in the key of a point, wherever it is cut", async () => {
    for (let length = 80 - token.length - 2; length <= 82; length += 1) {
      const respond = (): Response => new Response(oddKey(`${"k".repeat(length)}${token}`));
      expect(await leaksOf(token, answering(respond))).toEqual([]);
    }
  });

  const escaped = [...token].map((letter) => `\\u${letter.charCodeAt(0).toString(16).padStart(4, "0")}`);
  test.each<[name: string, secret: string, respond: Respond]>([
    ["escaped letter by letter, in a key", token, () => new Response(oddKey(escaped.join("")))],
    ["with one letter escaped, in a key", token, () => new Response(oddKey(`\\u0061${token.slice(1)}`))],
    [
      "with quotes and backslashes in it, in a key",
      `"quoted\\${token}`,
      () => new Response(oddKey(JSON.stringify(`"quoted\\${token}`).slice(1, -1))),
    ],
    [
      "with a slash in it, which may be escaped, in a key",
      `api/${token}`,
      () => new Response(oddKey(`api\\/${token}`)),
    ],
    [
      "escaped, in a refusal",
      token,
      () => new Response(`{"message":"${escaped.join("")}"}`, { status: 401 }),
    ],
    [
      "with the marks of a replacement in it",
      `$&$1${token}`,
      () => Response.json({ message: `$&$1${token}` }, { status: 401 }),
    ],
    ["several times", token, () => Response.json({ message: token.repeat(3), code: token }, { status: 401 })],
  ])("%s", async (_name, secret, respond) => {
    expect(await leaksOf(secret, answering(respond))).toEqual([]);
  });

  test("where the token changes between attempts, and one begins with another", async () => {
    const tokens = ["api-shared", `api-shared-${token}`];
    let asked = 0;
    const accessToken = (): string => tokens[asked++ % 2] ?? "";
    const sent: string[] = [];
    const fetch = async (request: Request): Promise<Response> => {
      sent.push(request.headers.get("Authorization") ?? "");
      return Response.json({ message: `not ${sent.join(" nor ")}` }, { status: 503 });
    };
    expect(await leaksOf(tokens[1] ?? "", { accessToken, fetch })).toEqual([]);
    expect(sent).toEqual(tokens);
  });

  test.each<[name: string, parameters: unknown]>([
    ["the token in place of parameters", token],
    ["a list with the client's options in place of parameters", [{ accessToken: token }]],
    ["the client's options in place of a value", { sdkName: { accessToken: token } }],
  ])("to a caller who gives %s", async (_name, parameters) => {
    const unsent = answering(() => Response.json({}));
    expect(await leaksOf(token, unsent, parameters)).toEqual([]);
  });
});

describe("of a call through raw", () => {
  test.each<[name: string, fetch: () => Promise<Response>]>([
    ["UsageNetworkError", () => Promise.reject(new TypeError(token, { cause: new Error(token) }))],
    ["UsageTimeoutError", () => new Promise(() => {})],
    ["UsageDecodeError", async () => new Response(token.repeat(10))],
  ])("a %s tells nothing of it", async (name, fetch) => {
    const events: unknown[] = [];
    const options = { attemptTimeoutMs: 5, maxResponseBytes: 20, retry: { limit: 0 } };
    const onEvent = (event: unknown): unknown => events.push(event);
    const usage = createUsageClient({ accessToken: token, fetch, onEvent, ...options });
    const error: unknown = await usage.raw.GET("/api/v2/usage/mau/sdks").catch((thrown: unknown) => thrown);
    expect(error).toMatchObject({ name });
    const left = inspect([error, events, usage.raw], { depth: 20, showHidden: true }) + JSON.stringify(error);
    expect(partsOf(token).filter((part) => left.includes(part))).toEqual([]);
  });
});
