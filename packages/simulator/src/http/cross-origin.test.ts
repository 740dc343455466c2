import { describe, expect, test } from "vitest";
import { createSimulator } from "../create-simulator.ts";

const url = "http://simulator/api/v2/usage/total-mau";
const origin = "https://page.example";
const simulator = createSimulator({ contexts: 5, days: 40, accessToken: "api-test" });
const headers = { Authorization: "api-test", "LD-API-Version": "beta" };

describe("a preflight", () => {
  test("needs no token, and allows what the API's own does", async () => {
    const asked = { Origin: origin, "Access-Control-Request-Method": "GET" };
    const answer = await simulator.fetch(new Request(url, { method: "OPTIONS", headers: asked }));
    expect([answer.status, await answer.text()]).toEqual([204, ""]);
    expect(Object.fromEntries(answer.headers)).toEqual({
      "access-control-allow-origin": origin,
      "access-control-allow-methods": "OPTIONS, GET, DELETE, PATCH",
      "access-control-allow-headers": "Accept, Content-Type, Authorization, LD-API-Version",
      "access-control-max-age": "300",
      allow: "GET, HEAD, OPTIONS",
      vary: "Origin",
    });
  });

  test("takes no fault, nothing out of a budget, and is not among the requests", async () => {
    const own = createSimulator({
      contexts: 1,
      rateLimit: { global: 1 },
      faults: [{ kind: "status", status: 503 }],
    });
    const statuses: number[] = [];
    for (const method of ["OPTIONS", "GET", "OPTIONS", "GET", "OPTIONS", "GET"])
      statuses.push((await own.fetch(new Request(url, { method, headers }))).status);
    expect(statuses).toEqual([204, 503, 204, 200, 204, 429]);
    expect(own.requests.map(({ status }) => status)).toEqual([503, 200, 429]);
  });
});

describe("any origin may read", () => {
  test.each<[string, string, RequestInit, number]>([
    ["an answer", url, { headers }, 200],
    ["a refusal", url, {}, 401],
    ["what is not there", "http://simulator/nothing", { headers }, 404],
    ["a wrong verb", url, { method: "DELETE", headers }, 405],
    ["the page", "http://simulator/", {}, 200],
  ])("%s", async (_name, asked, init, status) => {
    const withOrigin = new Request(asked, init);
    withOrigin.headers.set("Origin", origin);
    const answer = await simulator.fetch(withOrigin);
    expect([answer.status, answer.headers.get("Access-Control-Allow-Origin")]).toEqual([status, origin]);
    expect(answer.headers.get("Vary")).toBe("Origin");
    const plain = await simulator.fetch(new Request(asked, init));
    expect(plain.headers.get("Access-Control-Allow-Origin")).toBe("*");
    expect([...plain.headers.keys()]).not.toContain("access-control-expose-headers");
  });

  test("a fault", async () => {
    const own = createSimulator({ contexts: 1, faults: [{ kind: "html" }, { kind: "truncated-body" }] });
    for (let count = 0; count < 2; count += 1) {
      const answer = await own.fetch(new Request(url, { headers: { ...headers, Origin: origin } }));
      expect(answer.headers.get("Access-Control-Allow-Origin")).toBe(origin);
    }
  });
});

describe("HEAD", () => {
  test.each([
    ["an answer", url, headers, 200],
    ["a refusal", url, {}, 401],
    ["what is not there", "http://simulator/nothing", headers, 404],
  ])("has the status and the headers of %s, and no body", async (_name, asked, sent, status) => {
    const answer = await simulator.fetch(new Request(asked, { method: "HEAD", headers: sent }));
    const whole = await simulator.fetch(new Request(asked, { headers: sent }));
    expect([answer.status, await answer.text()]).toEqual([status, ""]);
    expect(answer.headers.get("Content-Type")).toBe(whole.headers.get("Content-Type"));
  });
});

test("HEAD has no body, whatever goes wrong", async () => {
  const own = createSimulator({
    contexts: 1,
    faults: [
      { kind: "html" },
      { kind: "status", status: 503 },
      { kind: "truncated-body" },
      { kind: "half-json" },
    ],
  });
  for (const status of [200, 503, 200, 200]) {
    const answer = await own.fetch(new Request(url, { method: "HEAD", headers }));
    expect([answer.status, await answer.text()]).toEqual([status, ""]);
  }
});

test("another verb is told which ones there are", async () => {
  const answer = await simulator.fetch(new Request(url, { method: "PATCH", headers }));
  expect([answer.status, answer.headers.get("Allow")]).toEqual([405, "GET, HEAD, OPTIONS"]);
});
