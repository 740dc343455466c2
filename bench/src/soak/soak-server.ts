// The process that a soak is held against: two simulators, one with a budget. It says its ports, then what is alive
// whenever it is asked, and stops on "close".
import { createSimulator } from "@ldusage/simulator";
import { collectGarbage } from "../processes/collect-garbage.ts";
import { budgetLane } from "./budget-lane.ts";
import { nowMs } from "./requests/good-call.ts";
import { accessToken } from "./requests/make-request.ts";
import { faultNamedIn } from "./requests/soak-fault.ts";
import type { ServerMessage, ServerOrder } from "./server-messages.ts";

const common = { size: "tiny", nowMs, accessToken, requestsKept: 0 } as const;
const open = createSimulator({ ...common, faults: ({ url }) => faultNamedIn(url) });
let asked = 0;
const limited = createSimulator({
  ...common,
  rateLimit: {
    global: budgetLane.budget,
    windowMs: 1,
    // Time goes on with requests alone, so that it is certain which of them are refused.
    clock: () => Math.floor(asked++ / budgetLane.requestsInWindow),
  },
});
const servers = [await open.listen(), await limited.listen()] as const;
const tell = (message: ServerMessage): void => {
  process.send?.(message);
};
process.on("message", (order: ServerOrder) => {
  if (order === "close") void close();
  else void sample();
});
tell({ kind: "ready", openPort: servers[0].port, limitedPort: servers[1].port });

async function sample(): Promise<void> {
  await collectGarbage();
  const { heapUsed, external, rss } = process.memoryUsage();
  tell({ kind: "memory", liveBytes: heapUsed + external, residentBytes: rss });
}

async function close(): Promise<void> {
  for (const server of servers) await server.close();
  process.disconnect();
}
