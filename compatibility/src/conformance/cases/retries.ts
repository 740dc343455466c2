import { isUsageHttpError } from "@ldusage/client";
import type { ConformanceCase } from "../conformance-case.ts";
import { expectEqual, expectMembers, expectThat } from "../expectations.ts";
import { plainData } from "../plain-data.ts";
import { useScenario } from "../use-scenario.ts";

/** What is tried again. */
export const retryCases: readonly ConformanceCase[] = [
  {
    name: "503 with an HTML body is tried again",
    run: async (environment) => {
      const use = useScenario(environment, "busy-then-plain");
      const result = await use.usage.request("getMAUTotalUsage", {});
      expectThat(result.ok, "the second answer should count");
      expectEqual(result.data, plainData, "data");
      expectMembers(result.meta, { attempts: 2, status: 200 }, "facts");
      await use.expectEndings(["complete", "complete"]);
    },
  },
  {
    name: "503 for good ends after the last attempt",
    run: async (environment) => {
      const use = useScenario(environment, "busy");
      const result = await use.usage.request("getMAUTotalUsage", {});
      expectThat(!result.ok && isUsageHttpError(result.error), "the last answer should count");
      expectMembers(result.error, { status: 503, reason: "unavailable" }, "error");
      expectMembers(result.meta, { attempts: 3, status: 503 }, "facts");
      expectEqual((await use.record()).requests.length, 3, "requests");
    },
  },
  {
    name: "with a limit of 0 nothing is tried again",
    run: async (environment) => {
      const use = useScenario(environment, "busy-then-plain", { retry: { limit: 0 } });
      const result = await use.usage.request("getMAUTotalUsage", {});
      expectMembers(result, { ok: false }, "result");
      expectMembers(result.meta, { attempts: 1, status: 503 }, "facts");
      expectEqual((await use.record()).requests.length, 1, "requests");
    },
  },
  {
    name: "a provider of tokens is asked for each attempt",
    run: async (environment) => {
      let asked = 0;
      const accessToken = async (): Promise<string> => {
        asked += 1;
        return `${environment.accessToken}-${asked}`;
      };
      const use = useScenario(environment, "busy-then-plain", { accessToken });
      await use.usage.getMAUTotalUsage();
      expectEqual(asked, 2, "times that the provider was asked");
      const { requests } = await use.record();
      expectEqual(
        requests.map(({ authorization }) => authorization),
        [[`${environment.accessToken}-1`], [`${environment.accessToken}-2`]],
        "tokens sent",
      );
    },
  },
];
