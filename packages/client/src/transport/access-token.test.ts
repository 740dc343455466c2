import { UsageInputError } from "@ldusage/types/runtime";
import { describe, expect, test } from "vitest";
import { createUsageClient } from "../create-usage-client.ts";
import type { UsageClientOptions } from "../options/client-options.ts";
import type { UsageClient } from "../usage-client.ts";
import { type AccessToken, checkAccessToken, provideAccessToken } from "./access-token.ts";

const secret = "api-5ecr3t";

describe("an access token", () => {
  test.each(["api-123", "a", "!~", 'with"quote\\', "Bearers-token", "x".repeat(10_000)])(
    "can be %j",
    (text) => {
      expect(() => checkAccessToken(text)).not.toThrow();
    },
  );

  test.each<[name: string, given: unknown]>([
    ["empty", ""],
    ["absent", undefined],
    ["null", null],
    ["a number", 5],
    ["an object", { secret }],
    ["a list", [secret]],
    ["a promise of one", Promise.resolve(secret)],
    ["with a scheme", `Bearer ${secret}`],
    ["with a scheme in lower case", `bearer ${secret}`],
    ["a lone scheme", "BEARER"],
    ["with a blank in it", `${secret} ${secret}`],
    ["with a blank before it", ` ${secret}`],
    ["with a line end", `${secret}\n`],
    ["with a header in it", `${secret}\r\nX-Other: 1`],
    ["with a zero", `${secret}\0`],
    ["of other letters", `${secret}é`],
  ])("cannot be %s", (_name, given) => {
    const check = (): void => checkAccessToken(given);
    expect(check).toThrow(UsageInputError);
    expect(check).toThrow(/^accessToken = /);
    expect(check).not.toThrow(/5ecr3t/);
  });
});

describe("a provider", () => {
  const failing = (thrown: unknown): AccessToken[] => [
    () => {
      throw thrown;
    },
    () => Promise.reject(thrown),
  ];

  test.each<[name: string, thrown: unknown]>([
    ["an error", new RangeError(secret)],
    ["an error of an odd name", Object.assign(new Error(secret), { name: secret })],
    ["text", secret],
    ["nothing", undefined],
    ["an object", { secret }],
  ])("that fails with %s is an input error that tells nothing more", async (_name, thrown) => {
    for (const provider of failing(thrown)) {
      const error: unknown = await provideAccessToken(provider).catch((reason: unknown) => reason);
      expect(error).toBeInstanceOf(UsageInputError);
      expect(error).toMatchObject({ parameter: "accessToken", rule: "its provider failed" });
      expect(JSON.stringify(error) + String(error)).not.toContain("5ecr3t");
      expect(error).not.toHaveProperty("cause");
    }
  });

  test.each<[name: string, provided: unknown]>([
    ["a line end", `${secret}\n`],
    ["a scheme", `Bearer ${secret}`],
    ["nothing", undefined],
    ["an object", { secret }],
  ])("that gives %s is refused like a token", async (_name, provided) => {
    const provider = (async () => provided) as AccessToken; // What an untyped caller can pass.
    const error: unknown = await provideAccessToken(provider).catch((reason: unknown) => reason);
    expect(error).toBeInstanceOf(UsageInputError);
    expect(String(error)).not.toContain("5ecr3t");
  });
});

describe("a client's token", () => {
  const ok = (): Response => Response.json({ sdks: [] });
  interface Server {
    readonly usage: UsageClient;
    /** The Authorization header of each request. */
    readonly tokens: (string | null)[];
  }
  function serve(options: Omit<UsageClientOptions, "fetch">, answers: (() => Response)[] = []): Server {
    const tokens: (string | null)[] = [];
    const usage = createUsageClient({
      retry: { limit: 2, baseDelayMs: 1 },
      fetch: async ({ headers }) => {
        tokens.push(headers.get("Authorization"));
        return (answers.shift() ?? ok)();
      },
      ...options,
    });
    return { usage, tokens };
  }
  const busy = (): Response => new Response("busy", { status: 503 });

  test("is provided anew for each attempt, bare, and not before the first", async () => {
    let rotation = 0;
    const accessToken = async (): Promise<string> => {
      rotation += 1;
      return `api-${rotation}`;
    };
    const { usage, tokens } = serve({ accessToken }, [busy, busy]);
    expect(rotation).toBe(0);
    await usage.getMauSdksByType();
    await usage.raw.GET("/api/v2/usage/mau/sdks");
    expect(tokens).toEqual(["api-1", "api-2", "api-3", "api-4"]);
  });

  test("of a provider that fails is not tried again, and nothing is sent", async () => {
    let asked = 0;
    const accessToken = (): string => {
      asked += 1;
      throw new Error(secret);
    };
    const { usage, tokens } = serve({ accessToken });
    const { error, meta } = await usage.request("getMauSdksByType", {});
    expect(error).toBeInstanceOf(UsageInputError);
    expect([asked, tokens, meta.attempts]).toEqual([1, [], 0]);
  });

  test("of a provider that never answers is left by an abort and by the attempt's timeout", async () => {
    const accessToken = (): Promise<string> => new Promise(() => {});
    const { usage, tokens } = serve({ accessToken, retry: { limit: 0 }, attemptTimeoutMs: 5 });
    const { error } = await usage.request("getMauSdksByType", {});
    expect(error).toMatchObject({ name: "UsageTimeoutError", timeout: "attempt" });
    const reason = { my: "reason" };
    const controller = new AbortController();
    const call = usage.getMauSdksByType({}, { signal: controller.signal });
    controller.abort(reason);
    await expect(call).rejects.toBe(reason);
    expect(tokens).toEqual([]);
  });
});
