import { pick, type Random, wholeNumber } from "./random.ts";

/** Bytes that are no proper request, and what may come back: a status, or nothing but the end of the connection. */
export interface RawGarbage {
  readonly bytes: Buffer;
  readonly statuses: readonly number[];
}

const end = "Host: x\r\nConnection: close\r\n\r\n";
const path = "/api/v2/usage/total-mau";
const closed = 0;

const known: readonly (readonly [text: string, statuses: readonly number[]])[] = [
  ["", [closed]],
  ["\u0000\u0001\u0002 garbage\r\n\r\n", [400]],
  ["\u0016\u0003\u0001\u0002\u0000\u0001", [400]],
  ["GET /", [400, closed]],
  [`GET ${path} HTTP/1.1\r\nHost: `, [400, closed]],
  ["GET / HTTP/9.9\r\nHost: x\r\n\r\n", [400, 505]],
  ["GET / HTTP/1.1\r\nHost: a b/<>\r\nConnection: close\r\n\r\n", [400]],
  [`GET ${path}?a=\u0000 HTTP/1.1\r\n${end}`, [400]],
  [`GET /${"a".repeat(100_000)} HTTP/1.1\r\n${end}`, [431, closed]],
  [`GET ${path} HTTP/1.1\r\nX-A: ${"a".repeat(100_000)}\r\n${end}`, [431, closed]],
  [`POST ${path} HTTP/1.1\r\nContent-Length: -1\r\n${end}`, [400]],
  [`POST ${path} HTTP/1.1\r\nTransfer-Encoding: chunked\r\n${end}zz\r\n`, [400, 401, closed]],
  [`POST ${path} HTTP/1.1\r\nContent-Length: 9\r\n${end}`, [400, 401, closed]],
  [`BREW ${path} HTTP/1.1\r\n${end}`, [400]],
  [`CONNECT x:1 HTTP/1.1\r\n${end}`, [closed]],
];

export function makeGarbage(random: Random): RawGarbage {
  if (random() < 0.5) {
    const [text, statuses] = pick(random, known);
    return { bytes: Buffer.from(text, "latin1"), statuses };
  }
  const noise = Buffer.alloc(200).map(() => wholeNumber(random, 0, 255));
  const start = random() < 0.5 ? "GET /" : "";
  return { bytes: Buffer.concat([Buffer.from(start), noise]), statuses: [400, closed, 431] };
}
