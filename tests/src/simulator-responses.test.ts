import { createSimulator, type Simulator, type Switches } from "@ldusage/simulator";
import { catalog, type OperationDescriptor, parameterWithRole, service } from "@ldusage/types/catalog";
import { describe, expect, test } from "vitest";
import { pathOf, urlsOf } from "./simulator-responses/calls.ts";
import { documentedStatuses, faultsOf } from "./simulator-responses/faults-of.ts";

const nowMs = Date.UTC(2026, 10, 15, 12);
const headers = { [service.authenticationHeader]: "api-test", [service.versionHeader]: service.versionValue };
const operations: OperationDescriptor[] = Object.values(catalog);

interface SeriesBody {
  readonly metadata: readonly object[];
  readonly series: readonly Readonly<Record<string, number>>[];
}

const collapsible = operations
  .filter(({ groupBy }) => groupBy !== null)
  .map(({ operationId }) => operationId);
const settings: [string, Partial<Switches>][] = [
  ["by default", {}],
  ["with zeros", { missing: "zero" }],
  ["with empty buckets", { emptyBuckets: "keep" }],
  ["with zeros in empty buckets", { missing: "zero", emptyBuckets: "keep" }],
  ["without the kind of context", { contextKindInMetadata: false }],
  ["with collapsed groups", { groupCollapse: collapsible }],
  ["with a total of evaluations", { evaluationTotals: true }],
  ["with shares of connections", { serviceConnectionUnit: "connections" }],
  [
    "with other counts",
    { incrementalDistinct: "A", monthToDateAnchor: "range-start", toInclusive: true, lastDayZero: true },
  ],
  ["with late data", { lateData: { days: 3, factor: 0.5 }, primaryKindSwitch: { day: 5 } }],
  ["by length", { granularityRule: "length", timeUnit: "lenient", unknownParams: "refuse" }],
];

const simulator = createSimulator({ seed: 5, nowMs, size: "tiny" });

describe.each(settings)("responses %s are as documented", (_name, switches) => {
  test.each(operations)("$operationId", async (operation) => {
    const own = withSwitches(switches);
    const isTotal = switches.evaluationTotals === true && operation.unit === "evaluations";
    for (const url of urlsOf(operation, nowMs)) {
      const answer = await own.fetch(new Request(url, { headers }));
      const body = await answer.json();
      // The total is in no schema, which is why it is a switch.
      const expected = isTotal ? ["totalEvaluations"] : [];
      expect([url, answer.status, faultsOf(operation, 200, body)]).toEqual([url, 200, expected]);
      expect(answer.headers.get("Content-Type")).toBe("application/json");
      if (operation.response.kind === "series") expectReadable(body, url);
    }
  });
});

/** The account with one setting, and the defaults of all others. */
function withSwitches(switches: Partial<Switches>): Simulator {
  simulator.set({ switches: undefined });
  simulator.set({ switches });
  return simulator;
}

/** What the schema says in words alone: every point has its time, and every number an element of metadata. */
function expectReadable({ metadata, series }: SeriesBody, url: string): void {
  const known = new Set([...metadata.keys()].map(String)).add("time");
  const unexplained = series.flatMap((point) => Object.keys(point).filter((name) => !known.has(name)));
  const timeless = series.filter(({ time }) => time === undefined);
  expect([url, unexplained, timeless]).toEqual([url, [], []]);
}

test("the calls are many, and what they get is not empty", async () => {
  const own = withSwitches({});
  const calls = operations.flatMap((operation) =>
    urlsOf(operation, nowMs).map((url) => ({ operation, url })),
  );
  expect(calls.length).toBeGreaterThan(500);
  const [filled, fractional] = [new Set<string>(), new Set<string>()];
  for (const { operation, url } of calls) {
    const {
      _links,
      metadata: _metadata,
      ...rest
    } = await (await own.fetch(new Request(url, { headers }))).json();
    const [items] = Object.values<Record<string, number>[]>(rest);
    if (items !== undefined && items.length > 0) filled.add(operation.operationId);
    if (items?.some((item) => Object.values(item).some((value) => Number(value) % 1 > 0))) {
      fractional.add(operation.operationId);
    }
  }
  expect([...filled]).toEqual(operations.map(({ operationId }) => operationId));
  const isFraction = ({ response }: OperationDescriptor): boolean =>
    response.kind === "series" && response.values === "number";
  expect([...fractional]).toEqual(operations.filter(isFraction).map(({ operationId }) => operationId));
});

describe("refusals are as documented", () => {
  const refusals = operations.flatMap((operation) =>
    operation.statuses.filter((status) => status !== 200).map((status) => ({ operation, status })),
  );

  test("there are many", () => {
    expect(refusals.length).toBeGreaterThan(100);
    for (const operation of operations) {
      expect(documentedStatuses(operation)).toEqual(operation.statuses);
    }
  });

  test.each(refusals)("$operation.operationId, $status as preferred", async ({ operation, status }) => {
    const request = new Request(`http://simulator${pathOf(operation)}`, {
      headers: { ...headers, Prefer: `code=${status}` },
    });
    const answer = await withSwitches({}).fetch(request);
    expect([answer.status, faultsOf(operation, status, await answer.json())]).toEqual([status, []]);
  });

  test.each(operations)("$operationId, with a cause", async (operation) => {
    const own = withSwitches({ betaBody: "code+message" });
    const start = parameterWithRole(operation, "range-start");
    const path = pathOf(operation);
    const token = { [service.authenticationHeader]: "api-test" };
    const causes: [number, string, Record<string, string>][] = [
      [401, path, { [service.versionHeader]: service.versionValue }],
      [403, path, token],
    ];
    if (start !== undefined) causes.push([400, `${path}?${start.name}=soon`, headers]);
    if (operation.path.endsWith("}")) causes.push([404, path.replace(/[^/]+$/, "nowhere"), headers]);
    for (const [status, target, sent] of causes) {
      const answer = await own.fetch(new Request(`http://simulator${target}`, { headers: sent }));
      expect([answer.status, faultsOf(operation, status, await answer.json())]).toEqual([status, []]);
    }
  });

  test("a spent budget is, too", async () => {
    const limited = createSimulator({ contexts: 1, rateLimit: { route: 1, clock: () => nowMs } });
    for (const operation of operations) {
      const ask = (): Promise<Response> =>
        limited.fetch(new Request(`http://simulator${pathOf(operation)}`, { headers }));
      await ask();
      const answer = await ask();
      expect([answer.status, faultsOf(operation, 429, await answer.json())]).toEqual([429, []]);
    }
  });

  test("the beta header's, as it has been seen, is not: it has no code", async () => {
    const sent = { [service.authenticationHeader]: "api-test" };
    for (const operation of operations) {
      const answer = await withSwitches({}).fetch(
        new Request(`http://simulator${pathOf(operation)}`, { headers: sent }),
      );
      expect(faultsOf(operation, 403, await answer.json())).toEqual([" must have required property 'code'"]);
    }
  });
});

describe("a wrong body is refused", () => {
  const { getMAUTotalUsage, getServiceConnectionsUsage, getMauSdksByType, getStreamUsageSdkversion } =
    catalog;
  const [head, time] = [{ _links: {}, metadata: [{}] }, 1_794_700_800_000];
  test.each<[string, OperationDescriptor, number, unknown, unknown]>([
    ["nothing", getMAUTotalUsage, 200, null, [" must be object"]],
    [
      "no links",
      getMAUTotalUsage,
      200,
      { metadata: [], series: [] },
      [" must have required property '_links'"],
    ],
    ["no series", getMAUTotalUsage, 200, { ...head, series: { "0": 1 } }, ["/series must be array"]],
    [
      "text",
      getMAUTotalUsage,
      200,
      { ...head, series: [{ time, "0": "1" }] },
      ["/series/0/0 must be integer"],
    ],
    [
      "a part",
      getMAUTotalUsage,
      200,
      { ...head, series: [{ time, "0": 1.5 }] },
      ["/series/0/0 must be integer"],
    ],
    [
      "null",
      getServiceConnectionsUsage,
      200,
      { ...head, series: [{ time, "0": null }] },
      ["/series/0/0 must be number"],
    ],
    [
      "metadata",
      getMAUTotalUsage,
      200,
      { _links: {}, metadata: [1], series: [] },
      ["/metadata/0 must be object"],
    ],
    ["a number for a name", getMauSdksByType, 200, { _links: {}, sdks: [1] }, ["/sdks/0 must be string"]],
    [
      "an item behind a reference",
      getStreamUsageSdkversion,
      200,
      { _links: {}, sdkVersions: [{ sdk: "Go" }] },
      ["/sdkVersions/0 must have required property 'version'"],
    ],
    ["a member too many", getMAUTotalUsage, 200, { ...head, series: [], extra: 1 }, ["extra"]],
    ["no message", getMAUTotalUsage, 503, { code: "x" }, [" must have required property 'message'"]],
    ["another status", getMAUTotalUsage, 404, {}, "404 is not documented for /api/v2/usage/total-mau"],
  ])("%s", (_name, operation, status, body, faults) => {
    expect(faultsOf(operation, status, body)).toEqual(faults);
  });

  test("a part is right where minutes are counted", () => {
    expect(faultsOf(getServiceConnectionsUsage, 200, { ...head, series: [{ time, "0": 1.5 }] })).toEqual([]);
  });
});
