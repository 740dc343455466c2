import { readFile } from "node:fs/promises";
import type { IncomingMessage } from "node:http";
import type { CaseResult } from "../conformance-case.ts";
import type { SuiteSettings } from "../entries/run-suite.ts";
import { unhandledName } from "../run-cases.ts";
import { listenOnLoopback } from "../server/listen-on-loopback.ts";

/** The server that a program in a runtime reports to, and that serves the page to a browser. */
export interface Collector {
  readonly origin: string;
  readonly settings: SuiteSettings;
  readonly results: readonly CaseResult[];
  /** Resolves when the last result is in. */
  readonly complete: Promise<void>;
  close(): Promise<void>;
}

const page =
  '<!doctype html><meta charset="utf-8"><title>suite</title><script type="module" src="/suite.js"></script>';

/** Starts a server for the results of one run. */
export async function startCollector(
  environment: SuiteSettings["environment"],
  bundleFile: string,
): Promise<Collector> {
  const results: CaseResult[] = [];
  let completed = (): void => {};
  const complete = new Promise<void>((resolve) => {
    completed = resolve;
  });
  const answers: Readonly<
    Record<string, (request: IncomingMessage) => Promise<[type: string, body: string]>>
  > = {
    "GET /": async () => ["text/html", page],
    "GET /suite.js": async () => ["text/javascript", await readFile(bundleFile, "utf8")],
    "GET /settings": async () => ["application/json", JSON.stringify(settings)],
    "POST /results": async (request) => {
      const result: CaseResult = JSON.parse(await textOf(request));
      results.push(result);
      if (result.name === unhandledName) completed();
      return ["text/plain", "noted"];
    },
  };
  const { origin, close } = await listenOnLoopback(async (request, response) => {
    const answer = answers[`${request.method} ${request.url}`];
    const [type, body] = (await answer?.(request)) ?? [];
    if (type === undefined) response.writeHead(404).end();
    else response.writeHead(200, { "Content-Type": type }).end(body);
  });
  const { baseUrl, otherOrigin, accessToken } = environment;
  const settings = { environment: { baseUrl, otherOrigin, accessToken }, resultsUrl: `${origin}/results` };
  return { origin, settings, results, complete, close };
}

async function textOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk);
  return Buffer.concat(chunks).toString();
}
