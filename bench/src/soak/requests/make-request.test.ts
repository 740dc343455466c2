import { createSimulator } from "@ldusage/simulator";
import { expect, test } from "vitest";
import { targetOf } from "./call.ts";
import { defects } from "./defects.ts";
import { makeGoodCall, nowMs } from "./good-call.ts";
import { accessToken, makeRequest, type SoakRequest } from "./make-request.ts";
import { bodyKindOf, type Outcome } from "./outcome.ts";
import { randomFrom } from "./random.ts";
import { faultNamedIn } from "./soak-fault.ts";

const simulator = createSimulator({
  size: "tiny",
  nowMs,
  accessToken,
  faults: ({ url }) => faultNamedIn(url),
  requestsKept: 0,
});

async function outcomeOf({ method, target, headers, body }: SoakRequest): Promise<Outcome> {
  const request = new Request(`http://simulator${target}`, {
    method,
    headers,
    ...(body !== undefined && { body }),
  });
  let response: Response;
  try {
    response = await simulator.fetch(request);
  } catch {
    return { status: 0, body: "none" };
  }
  const { status } = response;
  try {
    return { status, body: bodyKindOf(await response.text()) };
  } catch {
    return { status, body: "broken-off" };
  }
}

test("what is expected of a request is what comes of it in process", async () => {
  const random = randomFrom(7);
  const statuses = new Set<number>();
  const faults = new Set<string | undefined>();
  for (let count = 0; count < 3000; count += 1) {
    const request = makeRequest(random);
    statuses.add(request.expected.status);
    faults.add(request.fault);
    expect({ request, outcome: await outcomeOf(request) }).toEqual({ request, outcome: request.expected });
  }
  expect([...statuses].sort((left, right) => left - right)).toEqual([
    0, 200, 204, 302, 400, 401, 403, 404, 405, 429, 502, 503,
  ]);
  expect(faults.size).toBe(11);
});

test("the same seed gives the same requests, and another one gives others", () => {
  const targets = (seed: number): string[] => {
    const random = randomFrom(seed);
    return Array.from({ length: 50 }, () => makeRequest(random).target);
  };
  expect(targets(1)).toEqual(targets(1));
  expect(targets(1)).not.toEqual(targets(2));
});

test.each(defects)("$name gives $status wherever it can be", async ({ applyTo, status }) => {
  const random = randomFrom(3);
  const headers = { Authorization: accessToken, "LD-API-Version": "beta" };
  let applied = 0;
  for (let count = 0; count < 100; count += 1) {
    const call = applyTo(makeGoodCall(random));
    if (call === undefined) continue;
    applied += 1;
    const answer = await simulator.fetch(new Request(`http://simulator${targetOf(call)}`, { headers }));
    expect([targetOf(call), answer.status]).toEqual([targetOf(call), status]);
  }
  expect(applied).toBeGreaterThan(0);
});
