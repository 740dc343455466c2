import { describe, expect, test } from "vitest";
import { internalId } from "../account/attribute-of.ts";
import type { UsageEvent } from "../account/usage-event.ts";
import { createSimulator, type Simulator } from "../create-simulator.ts";
import type { ProjectList } from "./answer-projects.ts";

const headers = { Authorization: "api-test" };
const nowMs = Date.UTC(2026, 2, 31, 12);
const eventIn = (project: string, environment: string, daysAgo = 1): UsageEvent => ({
  timeMs: nowMs - daysAgo * 86_400_000,
  contextKey: "context",
  isPrimaryKind: true,
  attributes: new Map([
    ["project-key", project],
    ["environment-key", environment],
  ]),
});
const accountOf = (...events: UsageEvent[]): Simulator => createSimulator({ nowMs, events });

async function ask(simulator: Simulator, query = ""): Promise<{ status: number; body: ProjectList }> {
  const answer = await simulator.fetch(new Request(`http://x/api/v2/projects${query}`, { headers }));
  return { status: answer.status, body: await answer.json() };
}

test("projects and their environments are those of the log, in order, without the beta header", async () => {
  const { body } = await ask(
    accountOf(
      eventIn("web-shop", "production"),
      eventIn("app", "test", 300),
      eventIn("web-shop", "staging_2"),
    ),
  );
  const item = (kind: string, key: string, name: string): object => ({
    _id: internalId(`${kind}-key`, key),
    key,
    name,
  });
  expect(body).toEqual({
    _links: { self: { href: "/api/v2/projects?limit=20&offset=0", type: "application/json" } },
    items: [
      { ...item("project", "app", "App"), environments: [item("environment", "test", "Test")] },
      {
        ...item("project", "web-shop", "Web shop"),
        environments: [
          item("environment", "production", "Production"),
          item("environment", "staging_2", "Staging 2"),
        ],
      },
    ],
    totalCount: 2,
  });
});

test("ids are those of the metadata", async () => {
  const simulator = createSimulator({ seed: 3 });
  const { body } = await ask(simulator);
  const url = "http://x/api/v2/usage/total-mau?groupBy=projectId&groupBy=environmentId";
  const answer = await simulator.fetch(
    new Request(url, { headers: { ...headers, "LD-API-Version": "beta" } }),
  );
  const { metadata }: { metadata: { projectId: string; environmentId: string }[] } = await answer.json();
  const shown = metadata.map(({ projectId, environmentId }) => `${projectId} ${environmentId}`);
  const listed = body.items.flatMap(({ _id, environments }) =>
    environments.map((environment) => `${_id} ${environment._id}`),
  );
  expect(shown.length).toBeGreaterThan(3);
  expect(listed.sort()).toEqual(shown.sort());
  expect(body.items.every(({ _id }) => /^[0-9a-f]{24}$/.test(_id))).toBe(true);
});

test("what has not happened yet is not there", async () => {
  const simulator = accountOf(eventIn("web-shop", "production"), eventIn("later", "production", -30));
  expect((await ask(simulator)).body.items.map(({ key }) => key)).toEqual(["web-shop"]);
  simulator.set({ nowMs: nowMs + 31 * 86_400_000 });
  expect((await ask(simulator)).body.items.map(({ key }) => key)).toEqual(["later", "web-shop"]);
});

test("an account without events has no projects", async () => {
  expect((await ask(accountOf())).body).toMatchObject({ items: [], totalCount: 0 });
});

test("hostile keys are keys", async () => {
  const { body } = await ask(accountOf(eventIn("__proto__", "constructor"), eventIn("--", "<b>")));
  expect(body.items.map(({ key, name, environments }) => [key, name, environments[0]?.key])).toEqual([
    ["--", "--", "<b>"],
    ["__proto__", "Proto", "constructor"],
  ]);
});

describe("pages", () => {
  const many = Array.from({ length: 45 }, (_, index) => eventIn(`project-${100 + index}`, "production"));
  const simulator = accountOf(...many);

  test("have twenty projects unless told otherwise, and link to the next", async () => {
    const { body } = await ask(simulator);
    expect([body.items.length, body.items[19]?.key, body.totalCount]).toEqual([20, "project-119", 45]);
    expect(body._links).toMatchObject({ next: { href: "/api/v2/projects?limit=20&offset=20" } });
  });

  test.each([
    ["?limit=2&offset=44", ["project-144"]],
    ["?limit=2", ["project-100", "project-101"]],
    ["?offset=45", []],
    ["?offset=999999999", []],
  ])("%s", async (query, keys) => {
    const { body } = await ask(simulator, query);
    expect([body.items.map(({ key }) => key), body.totalCount]).toEqual([keys, 45]);
  });

  test("together hold every project once", async () => {
    const keys: string[] = [];
    for (let offset = 0; offset < 45; offset += 10) {
      keys.push(...(await ask(simulator, `?limit=10&offset=${offset}`)).body.items.map(({ key }) => key));
    }
    expect(keys).toEqual(many.map(({ attributes }) => attributes.get("project-key")));
  });

  test.each([
    ["?limit=0", "Invalid limit argument: 0"],
    ["?limit=-1", "Invalid limit argument: -1"],
    ["?limit=", "Invalid limit argument: "],
    ["?limit=2&limit=3", "Invalid limit argument: 2"],
    ["?limit=9999999999", "Invalid limit argument: 9999999999"],
    ["?offset=1.5", "Invalid offset argument: 1.5"],
  ])("%s is refused", async (query, message) => {
    expect(await ask(simulator, query)).toEqual({ status: 400, body: { code: "invalid_request", message } });
  });
});

test("a request for projects needs a token, and has a budget of its own", async () => {
  const simulator = createSimulator({ contexts: 1, rateLimit: { route: 1 }, accessToken: "api-test" });
  expect((await simulator.fetch(new Request("http://x/api/v2/projects"))).status).toBe(401);
  const statuses = [];
  for (let count = 0; count < 2; count += 1) statuses.push((await ask(simulator)).status);
  expect(statuses).toEqual([200, 429]);
});
