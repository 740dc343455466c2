import type { IncomingMessage, ServerResponse } from "node:http";
import { plainData } from "../plain-data.ts";

/** A request to be answered, with what a scenario needs to know about it. */
export interface Exchange {
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
  /** Path and query, without the prefix that selects the scenario. */
  readonly url: string;
  /** Number of this request within the scenario's use, from 1. */
  readonly number: number;
  /** Where this very request was sent to. */
  readonly ownUrl: string;
  /** The same request at the server that nothing may be sent to. */
  readonly elsewhereUrl: string;
}

/** Answers a request, or fails to, in one certain way. */
export type Scenario = (exchange: Exchange) => void | Promise<void>;

export const plainAnswer: string = JSON.stringify(plainData);

export function answerJson(
  { response }: Exchange,
  status: number,
  body: string,
  headers: Readonly<Record<string, string>> = {},
): void {
  response.writeHead(status, {
    "Content-Type": "application/json",
    "Content-Length": String(Buffer.byteLength(body)),
    ...headers,
  });
  response.end(body);
}

export function answerPlainly(exchange: Exchange, headers?: Readonly<Record<string, string>>): void {
  answerJson(exchange, 200, plainAnswer, headers);
}

/** Waits, but not beyond the end of the connection. */
export async function waitMs({ response }: Exchange, durationMs: number): Promise<void> {
  await new Promise<void>((resolve) => {
    const done = (): void => {
      clearTimeout(timer);
      response.off("close", done);
      resolve();
    };
    const timer = setTimeout(done, durationMs);
    response.once("close", done);
  });
}
