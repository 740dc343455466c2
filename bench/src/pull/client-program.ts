// What a child process does: pulls thirteen months with one client, whenever it is asked to, and tells what it took.
// `client-program.js <client>`.
import { createHash } from "node:crypto";
import { answerOrders } from "../processes/answer-orders.ts";
import type { PullOrder, PullReply } from "./messages.ts";
import type { PulledPoints, Puller } from "./puller.ts";

const [name] = process.argv.slice(2);
const { puller }: { puller: Puller } = await import(`./clients/${name}.js`);

answerOrders(async ({ baseUrl, pullCase }: PullOrder): Promise<PullReply> => {
  const startMs = performance.now();
  const points = await puller.pull(baseUrl, pullCase);
  return { wallMs: performance.now() - startMs, digest: digestPoints(points) };
});

function digestPoints(points: PulledPoints): string {
  const lines = [...points].flatMap(([sdk, values]) =>
    Array.from(values, ([timeMs, value]) => `${sdk} ${timeMs} ${value}`),
  );
  return createHash("sha256").update(lines.sort().join("\n")).digest("hex");
}
