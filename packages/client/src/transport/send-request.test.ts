import { UsageInputError } from "@ldusage/types/runtime";
import { describe, expect, test } from "vitest";
import { startCall, type UsageCall } from "../call/usage-call.ts";
import { systemClock } from "../clock.ts";
import { createUsageClient } from "../create-usage-client.ts";
import type { Answer } from "../layers/layer.ts";
import { sendRequest, type TransportSettings } from "./send-request.ts";

const origin = "https://usage.test";

interface Sent {
  readonly answer: Promise<Answer>;
  readonly call: UsageCall;
}

function send(
  transport: TransportSettings["transport"],
  { url = `${origin}/a`, ...settings }: Partial<TransportSettings> & { readonly url?: string } = {},
): Sent {
  const start = { operationId: "anOperation", callNumber: 1, streams: false };
  const call = startCall(start, systemClock, undefined);
  const known = { transport, accessToken: "api-123", origin, maxResponseBytes: 100, clock: systemClock };
  const sending = sendRequest({ ...known, ...settings });
  return { answer: sending({ request: new Request(url), call, signal: call.signal }), call };
}

/** A body that goes on for ever, and what has become of it. */
function endless(): {
  readonly body: ReadableStream;
  readonly seen: { bytes: number; isCancelled: boolean };
} {
  const seen = { bytes: 0, isCancelled: false };
  const source = {
    pull(controller: ReadableStreamDefaultController): void {
      seen.bytes += 1000;
      controller.enqueue(new Uint8Array(1000));
    },
    cancel(): void {
      seen.isCancelled = true;
    },
  };
  return { body: new ReadableStream(source, { highWaterMark: 0 }), seen };
}

describe("the token goes to one origin alone", () => {
  test.each(["https://usage.test.evil.example/a", "http://usage.test/a", "https://usage.test:444/a"])(
    "not to %s: it is not even asked for",
    async (url) => {
      const events: string[] = [];
      const accessToken = (): string => {
        events.push("asked");
        return "api-123";
      };
      const { answer } = send(async () => new Response(String(events.push("sent"))), { url, accessToken });
      await expect(answer).rejects.toBeInstanceOf(UsageInputError);
      expect(events).toEqual([]);
    },
  );
});

describe("a refusal", () => {
  test.each<[status: number, largestBytes: number]>([
    [302, 0],
    [400, 66_000],
    [503, 66_000],
  ])(
    "with status %i keeps its status, whatever its body, of which at most %i bytes are read",
    async (...row) => {
      const [status, largestBytes] = row;
      const { body, seen } = endless();
      const { answer } = send(async () => new Response(body, { status }));
      expect(await answer).toMatchObject({ response: { status }, body: new Uint8Array() });
      expect(seen.isCancelled).toBe(true);
      expect(seen.bytes).toBeLessThanOrEqual(largestBytes);
    },
  );

  test("whose body breaks off keeps its status", async () => {
    const body = new ReadableStream({ pull: (controller) => controller.error(new TypeError("terminated")) });
    const { answer } = send(async () => new Response(body, { status: 502 }));
    expect(await answer).toMatchObject({ response: { status: 502 }, body: new Uint8Array() });
  });
});

test("the transport's signal is aborted with the call, and for the same reason", async () => {
  const signals: AbortSignal[] = [];
  const { answer, call } = send((_request, { signal }) => {
    signals.push(signal);
    return new Promise(() => {});
  });
  call.signal.abort("enough");
  await expect(answer).rejects.toBe("enough");
  expect(signals.map(({ aborted, reason }) => [aborted, reason])).toEqual([[true, "enough"]]);
});

test("a listener that aborts the call as the request goes out has it aborted", async () => {
  const controller = new AbortController();
  const reasons: unknown[] = [];
  const usage = createUsageClient({
    accessToken: "api-123",
    onEvent: ({ type }) => type === "attempt" && controller.abort("enough"),
    fetch: ({ signal }) => {
      reasons.push(signal.reason);
      return new Promise(() => {});
    },
  });
  const { signal } = controller;
  await expect(usage.request("getMauSdksByType", {}, { signal })).rejects.toBe("enough");
  expect(reasons).toEqual(["enough"]);
});

test("a response that comes after the abort is thrown away, with its connection", async () => {
  const { body, seen } = endless();
  let respond = (_response: Response): void => {};
  const { answer, call } = send(
    () =>
      new Promise((resolve) => {
        respond = resolve;
      }),
  );
  await Promise.resolve();
  call.signal.abort("enough");
  await expect(answer).rejects.toBe("enough");
  respond(new Response(body));
  await expect.poll(() => seen.isCancelled).toBe(true);
});

test.each(["json", "bytes", "stream"] as const)(
  "an abort at any moment around the response ends a call for %s with its own reason, or leaves it whole",
  async (parse) => {
    for (let moment = 0; moment < 60; moment += 1) {
      const controller = new AbortController();
      const reason = { moment };
      const abort = async (): Promise<void> => {
        for (let turn = 0; turn < moment; turn += 1) await undefined;
        controller.abort(reason);
      };
      const usage = createUsageClient({
        accessToken: "api-123",
        fetch: async () => {
          void abort();
          return Response.json({ sdks: [] });
        },
      });
      const { signal } = controller;
      const read = async (): Promise<unknown> => {
        const result = await usage.request("getMauSdksByType", {}, { signal, parse: parse as "stream" }); // One of the ways.
        if (!result.ok) return result.error;
        return parse === "stream" ? new Response(result.data).json() : "whole";
      };
      const late = new Promise((resolve) => setTimeout(resolve, 500, "nothing at all"));
      const ending: unknown = await Promise.race([read(), late]).catch((thrown: unknown) => thrown);
      expect([reason, "whole", { sdks: [] }]).toContainEqual(ending);
    }
  },
);
