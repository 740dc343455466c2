import { type Agent, type IncomingMessage, request as startRequest } from "node:http";
import { connect } from "node:net";
import type { SoakRequest } from "./requests/make-request.ts";
import { bodyKindOf, type Outcome } from "./requests/outcome.ts";
import type { RawGarbage } from "./requests/raw-garbage.ts";

/** An answer that takes so long counts as none. */
const patienceMs = 60_000;
const none: Outcome = { status: 0, body: "none" };

/** Sends a request over HTTP, and says what came of it. */
export function sendRequest(port: number, agent: Agent, sent: SoakRequest): Promise<Outcome> {
  const { method, target, body } = sent;
  // Without a length, a body of DELETE would be taken for another request.
  const length = body === undefined ? {} : { "Content-Length": Buffer.byteLength(body) };
  const headers = { ...sent.headers, ...length };
  return new Promise((resolve) => {
    const request = startRequest({ host: "127.0.0.1", port, agent, method, path: target, headers });
    request
      .on("response", (response) => readOutcome(response, resolve))
      .on("error", () => resolve(none))
      .setTimeout(patienceMs, () => request.destroy())
      .end(body);
  });
}

/** Sends a request, and leaves without waiting for all of the answer. */
export function leaveEarly(port: number, { method, target, headers }: SoakRequest): Promise<void> {
  return new Promise((resolve) => {
    const request = startRequest({ host: "127.0.0.1", port, agent: false, method, path: target, headers });
    request
      .on("response", () => request.destroy())
      .on("error", () => {})
      .on("close", resolve)
      .on("socket", (socket) => socket.once("connect", () => setTimeout(() => request.destroy(), 1)))
      .end();
  });
}

/** Sends bytes. The status of what comes back; 0 where the connection just closes, `NaN` where it does not. */
export function sendBytes(port: number, { bytes }: RawGarbage): Promise<number> {
  return new Promise((resolve) => {
    let answer = "";
    const socket = connect(port, "127.0.0.1");
    socket
      .on("data", (data) => {
        answer += data.toString("latin1");
      })
      // A reset is an answer, too.
      .on("error", () => {})
      .on("close", () => resolve(Number(/^HTTP\/1\.1 (\d{3})/.exec(answer)?.[1] ?? 0)))
      .setTimeout(patienceMs, () => {
        resolve(Number.NaN);
        socket.destroy();
      })
      .end(bytes);
  });
}

function readOutcome(response: IncomingMessage, resolve: (outcome: Outcome) => void): void {
  const status = response.statusCode ?? 0;
  let text = "";
  response
    .setEncoding("utf8")
    .on("data", (piece: string) => {
      text += piece;
    })
    .on("end", () => resolve({ status, body: bodyKindOf(text) }))
    .on("error", () => resolve({ status, body: "broken-off" }));
}
