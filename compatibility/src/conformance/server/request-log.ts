import type { IncomingMessage, ServerResponse } from "node:http";
import type { ReceivedRequest } from "../conformance-case.ts";

type Entry = { -readonly [Name in keyof ReceivedRequest]: ReceivedRequest[Name] };

/** Everything that a server has received, by the tag of the scenario's use. */
export class RequestLog {
  readonly #entries = new Map<string, Entry[]>();

  /** Notes a request and follows its answer. Returns its number within its tag, from 1. */
  note(tag: string, url: string, request: IncomingMessage, response: ServerResponse): number {
    const entries = this.#entries.get(tag) ?? [];
    this.#entries.set(tag, entries);
    const entry: Entry = {
      url,
      authorization: request.headersDistinct["authorization"] ?? [],
      apiVersion: request.headersDistinct["ld-api-version"] ?? [],
      atMs: Date.now(),
      inFlight: 1 + entries.filter(({ ending }) => ending === "open").length,
      ending: "open",
    };
    entries.push(entry);
    response.once("finish", () => {
      entry.ending = "complete";
    });
    response.once("close", () => {
      if (entry.ending === "open") entry.ending = "broken";
    });
    return entries.length;
  }

  of(tag: string): readonly ReceivedRequest[] {
    return this.#entries.get(tag) ?? [];
  }

  all(): ReceivedRequest[] {
    return [...this.#entries.values()].flat();
  }
}
