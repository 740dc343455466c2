// What a child process does: answers any request for a range of time after the latency of a case and within its budget,
// which it tells as the API does. Answers are written before, but for the first of their kind.
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { answerOrders } from "../processes/answer-orders.ts";
import { answerPull } from "./answer.ts";
import type { PullServerOrder, PullServerReply } from "./messages.ts";
import { RequestBudget } from "./request-budget.ts";

let latencyMs = 0;
let budget = new RequestBudget(0, 1);
const answers = new Map<string, string>();
const server = createServer(({ url = "" }, response) => {
  const { isRefused, remaining, resetAtMs } = budget.take(Date.now());
  const { searchParams } = new URL(url, "http://127.0.0.1");
  const range = [searchParams.get("from"), searchParams.get("to")].map(Number);
  const key = range.join();
  const answer = answers.get(key) ?? answerPull(range[0] ?? Number.NaN, range[1] ?? Number.NaN);
  answers.set(key, answer);
  const body = isRefused ? '{"code":"rate_limited","message":"too many requests"}' : answer;
  const headers = {
    "Content-Type": "application/json",
    "Content-Length": Buffer.byteLength(body),
    "X-Ratelimit-Global-Remaining": remaining,
    "X-Ratelimit-Reset": resetAtMs,
  };
  setTimeout(() => response.writeHead(isRefused ? 429 : 200, headers).end(body), latencyMs);
});
await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
// A TCP server has an address object, never a pipe's name.
const { port } = server.address() as AddressInfo;
answerOrders(async ({ pullCase }: PullServerOrder): Promise<PullServerReply> => {
  const { requestCount, refusalCount } = budget;
  ({ latencyMs } = pullCase);
  budget = new RequestBudget(pullCase.budget, pullCase.windowMs);
  return { port, requestCount, refusalCount };
});
