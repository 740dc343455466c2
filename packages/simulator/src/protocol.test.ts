import { request as httpRequest } from "node:http";
import { catalog, type OperationDescriptor, service } from "@ldusage/types/catalog";
import { describe, expect, test } from "vitest";
import { createSimulator } from "./create-simulator.ts";

const simulator = createSimulator({ seed: 1, contexts: 30, accessToken: "api-test" });
const headers = { [service.authenticationHeader]: "api-test", [service.versionHeader]: "beta" };
const get = (path: string, init: RequestInit = {}): Promise<Response> =>
  simulator.fetch(new Request(`https://app.launchdarkly.com${path}`, { headers, ...init }));
const mau = "/api/v2/usage/total-mau";
const evaluations = "/api/v2/usage/evaluations/web-shop/production/new-checkout";

test("is called as fetch is, and may take its place", async () => {
  const url = `https://app.launchdarkly.com${mau}`;
  const statuses = [
    simulator.fetch(url, { headers }),
    simulator.fetch(new URL(url), { headers }),
    simulator.fetch(new Request(url), { headers }),
    simulator.fetch(url),
  ];
  expect((await Promise.all(statuses)).map(({ status }) => status)).toEqual([200, 200, 200, 401]);
});

describe("every operation", () => {
  const operations: OperationDescriptor[] = Object.values(catalog);
  const known: Readonly<Record<string, string>> = {
    "project-key": "web-shop",
    "environment-key": "production",
    "feature-flag-key": "new-checkout",
  };

  test.each(operations)(
    "$operationId answers with the shape of its schema",
    async ({ path, parameters, response }) => {
      const url = path.replace(/\{([^}]+)\}/g, (_match, name: string) => {
        const parameter = parameters.find((one) => one.name === name);
        return parameter?.values?.[0] ?? known[parameter?.dimension ?? ""] ?? "";
      });
      const answer = await get(url);
      expect(answer.status).toBe(200);
      expect(answer.headers.get("Content-Type")).toBe("application/json");
      const body: Record<string, unknown> = await answer.json();
      if (response.kind === "list") {
        expect(body[response.property]).toEqual(expect.arrayContaining([expect.anything()]));
        return;
      }
      const some = expect.arrayContaining([expect.any(Object)]);
      expect(body).toEqual({ _links: {}, metadata: some, series: some });
    },
    20_000,
  );
});

describe("refusals", () => {
  const utc = (iso: string): number => Date.parse(iso);
  test.each<[string, () => Promise<Response>, number, object]>([
    [
      "no token",
      () => get(mau, { headers: {} }),
      401,
      { code: "unauthorized", message: "Invalid access token" },
    ],
    [
      "another token",
      () => get(mau, { headers: { ...headers, Authorization: "x" } }),
      401,
      { code: "unauthorized" },
    ],
    [
      "a bearer token",
      () => get(mau, { headers: { ...headers, Authorization: "Bearer api-test" } }),
      401,
      { code: "unauthorized" },
    ],
    [
      "no version",
      () => get(mau, { headers: { Authorization: "api-test" } }),
      403,
      {
        message:
          "This API is in beta. To use it, your request must include the header `LD-API-Version: beta`.",
      },
    ],
    ["a dated version", () => get(mau, { headers: { ...headers, "LD-API-Version": "20240415" } }), 403, {}],
    [
      "a dated version before beta",
      () => get(mau, { headers: { ...headers, "LD-API-Version": "20240415, beta" } }),
      403,
      {},
    ],
    ["an unknown path", () => get("/api/v2/usage/nothing"), 404, { code: "not_found" }],
    ["another method", () => get(mau, { method: "POST" }), 405, {}],
    [
      "an unknown dimension",
      () => get(`${mau}?groupBy=planet`),
      400,
      { code: "invalid_request", message: "Invalid group by argument: planet" },
    ],
    [
      "an unknown value",
      () => get(`${mau}?anonymous=maybe`),
      400,
      { message: "Invalid anonymous argument: maybe" },
    ],
    [
      "monthly increments",
      () => get(`${mau}?aggregationType=incremental&granularity=monthly`),
      400,
      { message: "Granularity monthly is not supported with incremental" },
    ],
    [
      "a parameter twice",
      () => get(`${mau}?granularity=daily&granularity=monthly`),
      400,
      { message: "Parameter granularity can be given only once" },
    ],
    [
      "an environment without a project",
      () => get(`${mau}?environmentKey=production`),
      400,
      { message: "environmentKey requires exactly one projectKey" },
    ],
    [
      "an environment of two projects",
      () => get(`${mau}?environmentKey=x&projectKey=a&projectKey=b`),
      400,
      {},
    ],
    [
      "a time that is no number",
      () => get(`${mau}?from=2026-01-01`),
      400,
      { message: "Timestamps are whole numbers" },
    ],
    [
      "a time out of range",
      () => get(`${mau}?from=9999999999999999`),
      400,
      { message: "Timestamp out of range" },
    ],
    [
      "a range that ends before it starts",
      () => get(`${mau}?from=${utc("2026-02-01")}&to=${utc("2026-01-01")}`),
      400,
      { message: "The start of the range must not be after its end" },
    ],
    [
      "a range over the limit",
      () => get(`${mau}?from=${utc("2025-01-01")}&to=${utc("2026-01-02")}`),
      400,
      { message: "The time range is too large: the maximum is 365 days" },
    ],
    [
      "seconds for milliseconds",
      () => get(`${mau}?from=${utc("2026-11-01") / 1000}`),
      400,
      { message: "The time range is too large: the maximum is 365 days" },
    ],
    ["an unknown time zone", () => get(`${evaluations}?tz=Mars`), 400, { message: "Invalid time zone" }],
    [
      "an unknown project",
      () => get("/api/v2/usage/evaluations/mars/production/new-checkout"),
      404,
      { message: "Invalid resource identifier" },
    ],
    ["an unknown source", () => get("/api/v2/usage/streams/browser"), 404, {}],
  ])("%s", async (_name, call, status, body) => {
    const answer = await call();
    expect([answer.status, await answer.json()]).toEqual([status, expect.objectContaining(body)]);
  });

  test("the body of the missing version has no code", async () => {
    const answer = await get(mau, { headers: { Authorization: "api-test" } });
    expect(Object.keys(await answer.json())).toEqual(["message"]);
  });

  test("a parameter that the operation does not have is ignored", async () => {
    expect((await get(`${mau}?groupby=sdkName`)).status).toBe(200);
  });

  test("broken percent-encoding is no reason to fail", async () => {
    expect((await get("/api/v2/usage/streams/%zz")).status).toBe(404);
    expect((await get(`${mau}?sdkName=%zz`)).status).toBe(200);
  });
});

test("a range may start at the beginning of time", async () => {
  for (const path of ["mau", "streams/server", "observability/logs", "mau/bycategory"]) {
    const answer = await get(`/api/v2/usage/${path}?from=-253402300800${path.includes("logs") ? "" : "000"}`);
    expect([path, answer.status]).toEqual([path, 200]);
  }
});

test("a range at the limit is answered", async () => {
  expect((await get(`${mau}?from=${Date.UTC(2025, 0)}&to=${Date.UTC(2026, 0)}`)).status).toBe(200);
});

test("without a token of its own it takes any bare one", async () => {
  const open = createSimulator({ contexts: 1 });
  const ask = (token: string): Promise<Response> =>
    open.fetch(new Request(`http://x${mau}`, { headers: { ...headers, Authorization: token } }));
  expect([(await ask("anything")).status, (await ask("Bearer anything")).status]).toEqual([200, 401]);
});

test("requests are kept without their headers", async () => {
  const own = createSimulator({ contexts: 1 });
  await own.fetch(new Request(`http://x${mau}?sdkName=a`, { headers }));
  expect(own.requests).toEqual([{ method: "GET", url: `http://x${mau}?sdkName=a`, status: 200 }]);
});

describe("over HTTP", () => {
  test("the server listens on loopback and answers as the handler does", async () => {
    const server = await simulator.listen();
    try {
      expect(server.url).toBe(`http://127.0.0.1:${server.port}`);
      const answer = await fetch(`${server.url}${evaluations}`, { headers });
      expect([answer.status, await answer.json()]).toEqual([200, expect.objectContaining({ _links: {} })]);
      expect((await fetch(`${server.url}/api/v2`)).status).toBe(401);
    } finally {
      await server.close();
    }
    await expect(fetch(server.url)).rejects.toThrow();
  });

  test("a path that is not well-formed does not stop the server", async () => {
    const server = await simulator.listen();
    try {
      const status = await new Promise((resolve, reject) => {
        httpRequest({ port: server.port, host: "127.0.0.1", path: "/%ff%zz//..%2f", headers }, (response) => {
          response.resume();
          resolve(response.statusCode);
        })
          .on("error", reject)
          .end();
      });
      expect(status).toBe(404);
      expect((await fetch(`${server.url}${mau}`, { headers })).status).toBe(200);
    } finally {
      await server.close();
    }
  });

  test("a port that is taken rejects", async () => {
    const server = await simulator.listen();
    await expect(simulator.listen({ port: server.port })).rejects.toThrow(/EADDRINUSE/);
    await server.close();
  });
});
