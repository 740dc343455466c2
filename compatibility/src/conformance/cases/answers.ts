import type { ConformanceCase } from "../conformance-case.ts";
import { expectEqual, expectMembers, expectThat } from "../expectations.ts";
import { plainData } from "../plain-data.ts";
import { useScenario } from "../use-scenario.ts";

/** What a call gives when all is well. */
export const answerCases: readonly ConformanceCase[] = [
  {
    name: "a method gives the data, request gives data and facts",
    run: async (environment) => {
      const { usage } = useScenario(environment, "plain");
      expectEqual(await usage.getMAUTotalUsage(), plainData, "data of the method");
      const { ok, meta, ...rest } = await usage.request("getMAUTotalUsage", {});
      expectEqual([ok, rest], [true, { data: plainData }], "result");
      expectMembers(meta, { operationId: "getMAUTotalUsage", status: 200, attempts: 1 }, "facts");
      expectThat(meta.durationMs >= 0 && meta.durationMs < 5000, `duration ${meta.durationMs}`);
    },
  },
  {
    name: "raw goes through the same layers",
    run: async (environment) => {
      const use = useScenario(environment, "busy-then-plain");
      const { data } = await use.usage.raw.GET("/api/v2/usage/mau/bycategory");
      expectEqual(data, plainData, "data");
      expectEqual((await use.record()).requests.length, 2, "requests");
    },
  },
  {
    name: "members that the reference does not list are kept",
    run: async (environment) => {
      const { usage } = useScenario(environment, "unknown-members");
      const list: object = await usage.getMAUTotalUsage();
      expectMembers(list, { totalOfTomorrow: 7 }, "list");
      expectEqual(Reflect.get({}, "moons"), undefined, "the prototype of objects");
      const { metadata } = await usage.getMAUTotalUsage();
      expectEqual(Reflect.get(metadata[0] ?? {}, "planet"), "mars", "member of metadata");
    },
  },
  {
    name: "a body in gzip is read",
    run: async (environment) => {
      const { usage } = useScenario(environment, "gzip");
      expectEqual(await usage.getMAUTotalUsage(), plainData, "data");
    },
  },
  {
    name: "a body in slow pieces is read",
    run: async (environment) => {
      const { usage } = useScenario(environment, "slow-body");
      expectEqual(await usage.getMAUTotalUsage(), plainData, "data");
    },
  },
  {
    name: "parse: bytes",
    run: async (environment) => {
      const { usage } = useScenario(environment, "gzip");
      const result = await usage.request("getMAUTotalUsage", {}, { parse: "bytes" });
      expectThat(result.ok && result.data instanceof Uint8Array, "the data should be bytes");
      expectEqual(JSON.parse(new TextDecoder().decode(result.data)), plainData, "decoded bytes");
    },
  },
];
