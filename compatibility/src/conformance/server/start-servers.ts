import type { IncomingMessage, ServerResponse } from "node:http";
import { createSimulator, type Simulator } from "@ldusage/simulator";
import type { ConformanceEnvironment, ReceivedRequest, ScenarioRecord } from "../conformance-case.ts";
import { allowCrossOrigin } from "./allow-cross-origin.ts";
import { listenOnLoopback } from "./listen-on-loopback.ts";
import { RequestLog } from "./request-log.ts";
import { scenarios } from "./scenarios.ts";

/** The servers of one run of the suite. */
export interface ConformanceServers extends ConformanceEnvironment {
  /** Everything that the server of the API has received so far. */
  receivedRequests(): readonly ReceivedRequest[];
  close(): Promise<void>;
}

/** Starts the servers that the cases talk to, with logs of their own. */
export async function startServers(): Promise<ConformanceServers> {
  const accessToken = "api-conformance-SECRET-0f3b";
  const simulator = createSimulator({ seed: 7, days: 100, contexts: 200, accessToken });
  const [log, logElsewhere] = [new RequestLog(), new RequestLog()];
  const elsewhere = await listenOnLoopback((request, response) => {
    if (allowCrossOrigin(request, response)) return;
    const { tag, url } = readUrl(request);
    logElsewhere.note(tag, url, request, response);
    response.writeHead(200, { "Content-Type": "application/json" }).end("{}");
  });
  const main = await listenOnLoopback((request, response) => {
    if (allowCrossOrigin(request, response)) return;
    const { name, tag, url } = readUrl(request);
    if (name === "record") {
      const record: ScenarioRecord = { requests: log.of(tag), requestsElsewhere: logElsewhere.of(tag) };
      const headers = { "Content-Type": "application/json", "Cache-Control": "no-store" };
      response.writeHead(200, headers).end(JSON.stringify(record));
      return;
    }
    const number = log.note(tag, url, request, response);
    const [ownUrl, elsewhereUrl] = [main.origin, elsewhere.origin].map((origin) => `${origin}${request.url}`);
    const exchange = {
      request,
      response,
      url,
      number,
      ownUrl: ownUrl ?? "",
      elsewhereUrl: elsewhereUrl ?? "",
    };
    if (name === undefined || name === "simulator")
      void answerFromSimulator(simulator, url, request, response);
    else if (Object.hasOwn(scenarios, name)) void scenarios[name as keyof typeof scenarios](exchange);
    else response.writeHead(500).end(`There is no scenario ${name}.`);
  });
  return {
    baseUrl: main.origin,
    otherOrigin: elsewhere.origin,
    accessToken,
    receivedRequests: () => log.all(),
    close: async () => {
      await Promise.all([main.close(), elsewhere.close()]);
    },
  };
}

/** Reads `/scenarios/<name>/<tag>/<path of the API>`; a path of the API alone is for the simulator. */
function readUrl({ url = "/" }: IncomingMessage): { name?: string; tag: string; url: string } {
  const [, name, tag = "", rest = ""] = /^\/scenarios\/([^/]+)\/([^/]+)(.*)$/.exec(url) ?? [];
  return name === undefined ? { tag: "", url } : { name, tag, url: rest };
}

async function answerFromSimulator(
  simulator: Simulator,
  url: string,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const headers = new Headers(
    Object.entries(request.headersDistinct).map(([name, values = []]): [string, string] => [
      name,
      values.join(", "),
    ]),
  );
  const answer = await simulator.fetch(new Request(`http://simulator${url}`, { headers }));
  answer.headers.forEach((value, name) => {
    response.setHeader(name, value);
  });
  response.writeHead(answer.status).end(await answer.text());
}
