// The official client in the same loop. It has no method for client-side users: the server answers the one for all
// users alike.
import { setTimeout } from "node:timers/promises";
import { AccountUsageBetaApi, Configuration } from "launchdarkly-api-typescript";
import { pulled } from "../pull-case.ts";
import { accessToken, addPoints, monthsOf, type Puller } from "../puller.ts";

export const puller: Puller = {
  async pull(baseUrl) {
    const baseOptions = { headers: { "LD-API-Version": "beta" }, validateStatus: () => true };
    const api = new AccountUsageBetaApi(
      new Configuration({ apiKey: accessToken, basePath: baseUrl, baseOptions }),
    );
    const points = new Map<string, Map<number, number>>();
    for (const { fromMs, toMs } of monthsOf(pulled.from, pulled.to)) {
      const get = (): ReturnType<typeof api.getMauUsage> =>
        api.getMauUsage(
          ...[String(fromMs), String(toMs), undefined, undefined, undefined, undefined, undefined],
          ...["sdk", "month_to_date"],
        );
      let response = await get();
      while (response.status === 429) {
        await setTimeout(Number(response.headers["x-ratelimit-reset"]) - Date.now());
        response = await get();
      }
      if (response.status !== 200) throw new Error(`${response.status} ${response.statusText}`);
      addPoints(points, response.data as Parameters<typeof addPoints>[1]); // its types leave open what points hold
    }
    return points;
  },
};
