import { afterAll, expect, test } from "vitest";
import { cases } from "./cases.ts";
import { checkHeadersSent, headerCheckNames } from "./server/check-headers-sent.ts";
import { startServers } from "./server/start-servers.ts";

// The same suite that `npm run test:runtimes` takes to other runtimes, in this one.
const servers = await startServers();
afterAll(() => servers.close());

test.concurrent.each(
  cases.map((conformanceCase): [string, typeof conformanceCase] => [conformanceCase.name, conformanceCase]),
)("%s", async (_name, { run }) => {
  await run(servers);
});

test("names of cases are unique, so that each result belongs to one", () => {
  const names = cases.map(({ name }) => name);
  expect(new Set(names).size).toBe(names.length);
});

test.each(headerCheckNames)("%s", (name) => {
  expect(checkHeadersSent(servers.receivedRequests(), servers.accessToken)).toContainEqual({ name });
});
