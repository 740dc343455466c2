// What a child process does: makes calls with one client, as it is asked to, and tells what they took.
// `client-program.js <client> <port>`.
import { createHash } from "node:crypto";
import { answerOrders } from "../processes/answer-orders.ts";
import { collectGarbage } from "../processes/collect-garbage.ts";
import { profileRun } from "../processes/profile-run.ts";
import type { BodySize } from "./bodies.ts";
import type { Call, CallClient } from "./call-client.ts";
import type { CallOrder, CallReply } from "./messages.ts";

const [name, port] = process.argv.slice(2);
const { client }: { client: CallClient } = await import(`./clients/${name}.js`);
const calls = new Map<BodySize, Call>();

answerOrders(async ({ size, concurrency, callCount, profiled }: CallOrder): Promise<CallReply> => {
  const call = calls.get(size) ?? client.createCall(`http://127.0.0.1:${port}/${size}`);
  calls.set(size, call);
  let left = callCount;
  let data: unknown;
  const lane = async (): Promise<void> => {
    for (; left > 0; ) {
      left -= 1;
      data = await call();
    }
  };
  // Only where allocations are counted: otherwise garbage costs what it costs.
  if (global.gc !== undefined) await collectGarbage();
  const { heapUsed } = process.memoryUsage();
  const [startMs, before] = [performance.now(), process.cpuUsage()];
  const makeCalls = async (): Promise<void> => {
    await Promise.all(Array.from({ length: concurrency }, lane));
  };
  const profile = profiled === true ? await profileRun(makeCalls) : await makeCalls();
  const { user, system } = process.cpuUsage(before);
  return {
    cpuUs: (user + system) / callCount,
    wallUs: ((performance.now() - startMs) * 1000) / callCount,
    heapBytes: (process.memoryUsage().heapUsed - heapUsed) / callCount,
    ...(profile && { profile }),
    digest: createHash("sha256").update(JSON.stringify(data)).digest("hex"),
  };
});
