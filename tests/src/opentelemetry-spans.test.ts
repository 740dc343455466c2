import { execFile } from "node:child_process";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { createUsageClient, type UsageClientOptions } from "@ldusage/client";
import { expect, test } from "vitest";
import { traceUsageCalls } from "../../examples/opentelemetry-spans.ts";

const root = fileURLToPath(new URL("../../", import.meta.url));

interface RecordedSpan {
  readonly name: string;
  readonly attributes: Record<string, unknown>;
  isError: boolean;
  ends: number;
}

/** Makes a call and gives the spans that it leaves. */
async function spansOf(
  fetch: NonNullable<UsageClientOptions["fetch"]>,
  options: Partial<UsageClientOptions> = {},
): Promise<RecordedSpan[]> {
  const spans: RecordedSpan[] = [];
  const tracer = {
    startSpan(name: string, { attributes = {} }: { attributes?: object } = {}) {
      const recorded: RecordedSpan = { name, attributes: { ...attributes }, isError: false, ends: 0 };
      spans.push(recorded);
      const span = {
        setAttributes(more: object) {
          Object.assign(recorded.attributes, more);
          return span;
        },
        setStatus() {
          recorded.isError = true;
          return span;
        },
        end() {
          recorded.ends += 1;
        },
      };
      return span;
    },
  };
  const usage = createUsageClient({
    accessToken: "api-SECRET",
    fetch,
    retry: { limit: 2, baseDelayMs: 1 },
    random: () => 0.5,
    onEvent: traceUsageCalls(tracer as never), // The part of a tracer that the adapter uses.
    ...options,
  });
  await usage.request("getMauSdksByType", {});
  expect(JSON.stringify(spans)).not.toContain("SECRET");
  return spans;
}

test("attempts and waits are spans one after the other, each of which ends once", async () => {
  const answers = [
    new Response("busy", { status: 503 }),
    new Response(null, { status: 429, headers: { "Retry-After": "0" } }),
    Response.json({ _links: {}, sdks: [] }),
  ];
  const all = await spansOf(async () => answers.shift() ?? Response.error());
  // The limiter may hold the call for some milliseconds more.
  const spans = all.filter(({ name }) => name !== "wait: rate-limit");
  expect(spans.map(({ name, isError }) => [name, isError])).toEqual([
    ["GET getMauSdksByType", true],
    ["wait: backoff", false],
    ["GET getMauSdksByType", true],
    ["wait: retry-after", false],
    ["GET getMauSdksByType", false],
  ]);
  expect(new Set(all.map(({ ends }) => ends))).toEqual(new Set([1]));
  expect(spans[2]?.attributes).toEqual({
    "http.request.method": "GET",
    "http.request.resend_count": 1,
    "http.response.status_code": 429,
    "error.type": "429",
    "ldusage.operation": "getMauSdksByType",
  });
});

test("a failure without a response ends its span with the name of the error", async () => {
  const spans = await spansOf(() => Promise.reject(new TypeError("fetch failed")), { retry: { limit: 0 } });
  expect(spans).toEqual([
    {
      name: "GET getMauSdksByType",
      attributes: {
        "http.request.method": "GET",
        "ldusage.operation": "getMauSdksByType",
        "error.type": "UsageNetworkError",
      },
      isError: true,
      ends: 1,
    },
  ]);
});

test("a call that is over before it is sent leaves no span open", async () => {
  expect(await spansOf(async () => Response.error(), { accessToken: () => "" })).toEqual([]);
});

test("the example prints its trace", async () => {
  const tsx = fileURLToPath(import.meta.resolve("tsx/cli"));
  const args = [tsx, "--conditions=@ldusage/source", join(root, "examples/traced-call.ts")];
  const { stdout } = await promisify(execFile)(process.execPath, args, { cwd: root });
  const lines = stdout.split("\n").map((line) => line.replace(/\s+\d+ ms$/, "").replace(/\s+/g, " "));
  expect(lines[0]).toBe("4 SDKs, after 3 requests:");
  expect(lines.filter((line) => line.startsWith("GET "))).toEqual([
    "GET getMauSdksByType 503",
    "GET getMauSdksByType 429",
    "GET getMauSdksByType 200",
  ]);
  expect(lines).toContain("wait: backoff");
  expect(lines).toContain("wait: retry-after");
});
