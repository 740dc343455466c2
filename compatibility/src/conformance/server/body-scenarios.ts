import { gzipSync } from "node:zlib";
import { answerJson, answerPlainly, type Exchange, plainAnswer, type Scenario, waitMs } from "./exchange.ts";

const half = plainAnswer.slice(0, Math.floor(plainAnswer.length / 2));
const json = { "Content-Type": "application/json" };

const announce = ({ response }: Exchange, body: string): void => {
  response.writeHead(200, { ...json, "Content-Length": String(Buffer.byteLength(body)) });
};

const silentAfterHeaders = (exchange: Exchange): void => {
  announce(exchange, plainAnswer);
  exchange.response.flushHeaders();
};

const resetInBody = async (exchange: Exchange): Promise<void> => {
  announce(exchange, plainAnswer);
  exchange.response.write(half);
  // What has been written must arrive first: a reset may overtake it.
  await waitMs(exchange, 40);
  exchange.request.socket.resetAndDestroy();
};

const answerZipped = (exchange: Exchange, zipped: Buffer): void => {
  exchange.response
    .writeHead(200, { ...json, "Content-Encoding": "gzip", "Content-Length": String(zipped.length) })
    .end(zipped);
};

/** Answers whose bodies are late, broken, cut or too long. */
export const bodyScenarios = {
  plain: (exchange) => answerPlainly(exchange),
  "unknown-members": (exchange) =>
    answerJson(
      exchange,
      200,
      '{"_links":{},"metadata":[{"planet":"mars","__proto__":{"moons":2}}],"series":[{"time":1,"0":2}],"totalOfTomorrow":7}',
    ),
  "silent-before-headers": () => {},
  "silent-after-headers": silentAfterHeaders,
  "silent-then-plain": (exchange) =>
    exchange.number === 1 ? silentAfterHeaders(exchange) : answerPlainly(exchange),
  "reset-in-body": resetInBody,
  "reset-then-plain": (exchange) => (exchange.number === 1 ? resetInBody(exchange) : answerPlainly(exchange)),
  /** Chunks without the last one, which says that the body is complete. */
  "chunks-cut": async (exchange) => {
    exchange.response.writeHead(200, json).write(half);
    await waitMs(exchange, 40);
    exchange.request.socket.destroy();
  },
  /** The framing is right, but the text ends in the middle. */
  "half-json": (exchange) => answerJson(exchange, 200, half),
  gzip: (exchange) => answerZipped(exchange, gzipSync(plainAnswer)),
  "gzip-cut": (exchange) => {
    const zipped = gzipSync(plainAnswer);
    answerZipped(exchange, zipped.subarray(0, Math.floor(zipped.length / 2)));
  },
  /** Few bytes on the wire, eight million after decoding. */
  "gzip-bomb": (exchange) =>
    answerZipped(exchange, gzipSync(JSON.stringify({ padding: "0".repeat(8_000_000) }))),
  /** A body of known length that is over any limit of the suite. */
  "large-body": (exchange) => answerJson(exchange, 200, JSON.stringify({ padding: "0".repeat(8_000_000) })),
  endless: async (exchange) => {
    const { response } = exchange;
    response.writeHead(200, json).write('{"padding":"');
    while (!response.closed && !response.destroyed) {
      if (!response.write("0".repeat(16_384))) await drained(exchange);
      await waitMs(exchange, 1);
    }
  },
  /** Complete after about 200 ms, in ten pieces. */
  "slow-body": async (exchange) => {
    announce(exchange, plainAnswer);
    const pieceLength = Math.ceil(plainAnswer.length / 10);
    for (let start = 0; start < plainAnswer.length && !exchange.response.closed; start += pieceLength) {
      exchange.response.write(plainAnswer.slice(start, start + pieceLength));
      await waitMs(exchange, 20);
    }
    exchange.response.end();
  },
} as const satisfies Readonly<Record<string, Scenario>>;

async function drained({ response }: Exchange): Promise<void> {
  await new Promise<void>((resolve) => {
    const done = (): void => {
      response.off("drain", done).off("close", done);
      resolve();
    };
    response.once("drain", done).once("close", done);
  });
}
