import { catalog, type OperationDescriptor, service } from "@ldusage/types/catalog";
import { describe, expect, test } from "vitest";
import { createSimulator } from "../create-simulator.ts";

const operations: OperationDescriptor[] = Object.values(catalog);
const headers = { [service.authenticationHeader]: "api-test", [service.versionHeader]: "beta" };
const simulator = createSimulator({ contexts: 20, days: 40 });
const known: Readonly<Record<string, string>> = {
  "project-key": "web-shop",
  "environment-key": "production",
  "feature-flag-key": "new-checkout",
};

function pathOf({ path, parameters }: OperationDescriptor): string {
  return path.replace(/\{([^}]+)\}/g, (_match, name: string) => {
    const parameter = parameters.find((one) => one.name === name);
    return parameter?.values?.[0] ?? known[parameter?.dimension ?? ""] ?? "";
  });
}

interface Asked {
  readonly path?: string;
  readonly headers?: Record<string, string>;
}

/** A request of its own for each status: no options, no faults, nothing before it. */
function requestFor(operation: OperationDescriptor, status: number): Asked {
  const path = pathOf(operation);
  const lastSegment = /\{[^}]+\}$/.test(operation.path);
  switch (status) {
    case 200:
      return {};
    case 400: {
      const start = operation.parameters.find(({ role }) => role === "range-start");
      return { path: `${path}?${start?.name}=soon` };
    }
    case 401:
      return { headers: { [service.versionHeader]: "beta" } };
    case 403:
      return { headers: { [service.authenticationHeader]: "api-test" } };
    case 404:
      // An operation without a path parameter has no natural way to be missing.
      return lastSegment
        ? { path: path.replace(/[^/]+$/, "nowhere") }
        : { headers: { ...headers, Prefer: "code=404" } };
    default:
      return { headers: { ...headers, Prefer: `code=${status}` } };
  }
}

const codes: Readonly<Record<number, string | undefined>> = {
  400: "invalid_request",
  401: "unauthorized",
  403: undefined,
  404: "not_found",
  429: "rate_limited",
  503: "service_unavailable",
};

const table = operations.flatMap((operation) =>
  operation.statuses.map((status) => ({ id: operation.operationId, operation, status })),
);

test("the table is not empty", () => {
  expect(table.length).toBeGreaterThan(100);
});

test.each(table)("$id answers $status to a request alone", async ({ operation, status }) => {
  const { path = pathOf(operation), headers: sent = headers } = requestFor(operation, status);
  const answer = await simulator.fetch(new Request(`http://simulator${path}`, { headers: sent }));
  const body: { code?: string; message?: string } = await answer.json();
  expect(answer.status).toBe(status);
  if (status === 200) return;
  expect(body.code).toBe(codes[status]);
  expect(body.message).toMatch(/./);
  expect(Object.keys(body)).toEqual(status === 403 ? ["message"] : ["code", "message"]);
});

describe("a preference", () => {
  const ask = async (prefer: string, sent: Record<string, string> = headers): Promise<number> => {
    const init = { headers: { ...sent, Prefer: prefer } };
    return (await simulator.fetch(new Request("http://simulator/api/v2/usage/total-mau", init))).status;
  };

  test.each([
    ["code=503", 503],
    ["respond-async, code=404", 404],
    ["wait=5; code=429", 429],
    ["code=200", 200],
    ["code=418", 200],
    ["code=5030", 200],
    ["postcode=503", 200],
    ["code=", 200],
  ])("%s gives %i", async (prefer, status) => {
    expect(await ask(prefer)).toBe(status);
  });

  test("does not come before the token and the beta header", async () => {
    expect(await ask("code=503", {})).toBe(401);
    expect(await ask("code=503", { [service.authenticationHeader]: "api-test" })).toBe(403);
  });
});
