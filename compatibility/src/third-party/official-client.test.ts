import { attributeOf, createSimulator, type Listening } from "@ldusage/simulator";
import {
  catalog,
  type OperationDescriptor,
  type ParameterDescriptor,
  type ParameterRole,
  service,
} from "@ldusage/types/catalog";
import {
  AccountUsageBetaApi,
  AccountUsageBetaApiAxiosParamCreator,
  Configuration,
} from "launchdarkly-api-typescript";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";

const nowMs = Date.UTC(2026, 10, 15, 12);
const dayMs = 86_400_000;
// Shuffled groups would make two answers to one question differ.
const simulator = createSimulator({
  seed: 5,
  nowMs,
  size: "tiny",
  accessToken: "api-test",
  switches: { groupOrder: "stable" },
});
let server: Listening;
beforeAll(async () => {
  server = await simulator.listen();
});
afterAll(() => server.close());
beforeEach(() => {
  simulator.clearRequests();
  simulator.set({ switches: { betaBody: "message-only" } });
});

/** A method of the client and the operation that it calls. */
interface Shared {
  readonly method: string;
  /** Names of the method's parameters, which are positional; they are also those on the wire. */
  readonly names: readonly string[];
  readonly operation: OperationDescriptor;
}

interface Answer {
  readonly status: number;
  readonly data: unknown;
}

const methods = Object.getOwnPropertyNames(AccountUsageBetaApi.prototype).filter(
  (name) => name !== "constructor",
);
const operations: OperationDescriptor[] = Object.values(catalog);
const shared = (await Promise.all(methods.map(findShared))).filter((one) => one !== undefined);

/** Lets the client write the path template: it puts the names of the parameters where their values go. */
async function findShared(method: string): Promise<Shared | undefined> {
  // The client has a type for each method, and none for all of them.
  const creator = AccountUsageBetaApiAxiosParamCreator() as unknown as Record<
    string,
    (...values: string[]) => Promise<{ url: string }>
  >;
  const [, list = ""] = /\(([^)]*)\)/.exec(String(Reflect.get(AccountUsageBetaApi.prototype, method))) ?? [];
  const names = list.split(/,\s*/).filter((name) => name !== "options");
  const { url } = (await creator[method]?.(...names.map((name) => `{${name}}`))) ?? { url: "" };
  const template = decodeURIComponent(new URL(url, "http://simulator").pathname);
  const operation = operations.find(({ path }) => path === template);
  return operation === undefined ? undefined : { method, names, operation };
}

/** The client as it comes: its own axios, its own query strings. `version` is what its user sets. */
function clientOf(version: string | undefined): AccountUsageBetaApi {
  const headers = version === undefined ? {} : { [service.versionHeader]: version };
  // axios would ask a proxy of the environment for this machine.
  const baseOptions = { headers, proxy: false };
  return new AccountUsageBetaApi(
    new Configuration({ apiKey: "api-test", basePath: server.url, baseOptions }),
  );
}

function call(
  version: string | undefined,
  { method }: Shared,
  values: readonly (string | undefined)[],
): Promise<Answer> {
  const client = clientOf(version);
  // As above.
  const methodsOfClient = client as unknown as Record<
    string,
    (...values: (string | undefined)[]) => Promise<Answer>
  >;
  return methodsOfClient[method]?.(...values) ?? Promise.reject(new Error(`the client has no ${method}`));
}

const place: Readonly<Record<string, string>> = {
  "project-key": "web-shop",
  "environment-key": "production",
  "feature-flag-key": "new-checkout",
};
/** One event that every filter lets through, so that no answer is empty. */
const example = simulator.events.findLast(
  (event) =>
    event.isPrimaryKind &&
    event.timeMs < nowMs - 2 * dayMs &&
    Object.entries(place).every(([dimension, value]) => attributeOf(event, dimension) === value),
);

/** Values for the parameters that must be given, or for all that a choice can be made for. */
function valuesFor({ names, operation }: Shared, extent: "required" | "all"): (string | undefined)[] {
  const { parameters, timeUnit } = operation;
  const time = (epochMs: number): string => String(timeUnit === "s" ? epochMs / 1000 : epochMs);
  const byRole: Partial<Record<ParameterRole, string>> = {
    "range-start": time(nowMs - 20 * dayMs),
    "range-end": time(nowMs - dayMs),
    "time-zone": "Asia/Kolkata",
  };
  const chosen = ({ role, dimension, values }: ParameterDescriptor): string | undefined => {
    if (role !== "filter" || dimension === undefined || example === undefined)
      return byRole[role] ?? values?.[0];
    return String(attributeOf(example, dimension, values));
  };
  return names.map((name) => {
    const parameter = parameters.find((one) => one.name === name);
    return parameter === undefined || (extent === "required" && !parameter.required)
      ? undefined
      : chosen(parameter);
  });
}

test("the client shares at least ten operations with the catalog, by path", () => {
  expect(shared.length).toBeGreaterThanOrEqual(10);
  const sameName = shared.filter(({ method, operation }) => method === operation.operationId);
  expect(sameName.length).toBeGreaterThanOrEqual(10);
  // A method of an operation's name that calls another path would be missing above.
  const ids = new Set(operations.map(({ operationId }) => operationId));
  expect(methods.filter((method) => ids.has(method))).toEqual(sameName.map(({ method }) => method));
});

describe("with the version header set to beta", () => {
  test.each(shared)("$method gets what a plain fetch gets", async (one) => {
    for (const extent of ["required", "all"] as const) {
      const { status, data } = await call(service.versionValue, one, valuesFor(one, extent));
      expect(status).toBe(200);
      const { url = "" } = simulator.requests.at(-1) ?? {};
      expect(new URL(url).search === "").toBe(extent === "required" || one.operation.timeUnit === null);
      const headers = {
        [service.authenticationHeader]: "api-test",
        [service.versionHeader]: service.versionValue,
      };
      const plain = await fetch(url, { headers });
      expect(data).toEqual(await plain.json());
      // An answer without anything in it would be equal, too.
      const { response } = one.operation;
      const property = response.kind === "list" ? response.property : "series";
      expect(data).toHaveProperty([property, 0]);
    }
  });
});

const refusal =
  "This API is in beta. To use it, your request must include the header `LD-API-Version: beta`.";

describe.each([
  ["no version header", undefined],
  ["a dated version", "20240415"],
])("with %s", (_name, version) => {
  test.each(shared)("$method gets the 403 of a beta operation", async (one) => {
    const ask = (): Promise<unknown> =>
      call(version, one, valuesFor(one, "required")).catch(({ response }) => [
        response.status,
        response.data,
      ]);
    expect(await ask()).toEqual([403, { message: refusal }]);
    simulator.set({ switches: { betaBody: "code+message" } });
    expect(await ask()).toEqual([403, { code: "forbidden", message: refusal }]);
  });
});
