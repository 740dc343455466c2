// The loop that one would write: month after month, and after a refusal once more when the window is over.
import { setTimeout } from "node:timers/promises";
import { pulled } from "../pull-case.ts";
import { accessToken, addPoints, monthsOf, type Puller } from "../puller.ts";

const headers = { Authorization: accessToken, "LD-API-Version": "beta" };

export const puller: Puller = {
  async pull(baseUrl) {
    const points = new Map<string, Map<number, number>>();
    for (const { fromMs, toMs } of monthsOf(pulled.from, pulled.to)) {
      const query = `from=${fromMs}&to=${toMs}&groupBy=sdkName&aggregationType=month_to_date`;
      const url = `${baseUrl}/api/v2/usage/clientside-mau?${query}`;
      let response = await fetch(url, { headers });
      while (response.status === 429) {
        await response.arrayBuffer();
        await setTimeout(Number(response.headers.get("X-Ratelimit-Reset")) - Date.now());
        response = await fetch(url, { headers });
      }
      if (!response.ok) throw new Error(`${response.status} ${response.statusText}`);
      addPoints(points, await response.json());
    }
    return points;
  },
};
