import { isUsageError } from "@ldusage/types/errors";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { decodeSeries } from "../series/decode-series.ts";
import type { SeriesTable } from "../series/series-table.ts";
import { decodeSeriesBytes } from "./decode-series-bytes.ts";
import { readResponse } from "./read-response.ts";

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);
const textOf = (bytes: Uint8Array): string => new TextDecoder("utf-8", { fatal: true }).decode(bytes);

/** A table as text that tells `-0` from `0` and a hole from both. */
function contents({ timeMs, columns, granularities, notes }: SeriesTable): string {
  const cell = (value: number): string => (Object.is(value, -0) ? "-0" : String(value));
  const series = columns.map(({ dimensions, values }) => [dimensions, Array.from(values, cell)]);
  return JSON.stringify([Array.from(timeMs, cell), series, granularities, notes]);
}

/** What decoding gives: a table, or the error by name and message. */
function outcome(decode: () => SeriesTable): string {
  try {
    return contents(decode());
  } catch (error) {
    if (!isUsageError(error)) throw error;
    return `${error.name}: ${error.message}`;
  }
}

/** What the plain way gives: decode the text, parse it, decode the object. */
function plainly(bytes: Uint8Array): string {
  return outcome(() => {
    let response: unknown;
    try {
      response = JSON.parse(textOf(bytes));
    } catch {
      return decodeSeriesBytes(bytes); // small enough that it does the same, with its own words for what is no JSON
    }
    return decodeSeries(response);
  });
}

// Small bodies are parsed; white space in front makes one large without changing what it says.
const padding = new Uint8Array(16_384).fill(0x20);
function padded(bytes: Uint8Array): Uint8Array {
  const large = new Uint8Array(padding.length + bytes.length);
  large.set(padding);
  large.set(bytes, padding.length);
  return large;
}

function streamOf(bytes: Uint8Array, cuts: readonly number[]): ReadableStream<Uint8Array> {
  const edges = [0, ...[...cuts].sort((left, right) => left - right), bytes.length];
  return new ReadableStream({
    start(controller) {
      for (const [index, edge] of edges.entries()) controller.enqueue(bytes.subarray(edge, edges[index + 1]));
      controller.close();
    },
  });
}

const usual =
  '{"_links":{},"metadata":[{"sdk":"Go"},{"sdk":"é😀"}],"series":[{"time":60000,"0":120,"1":0.25},{"time":120000,"1":-7}]}';

describe("reads straight from the bytes", () => {
  test.each<[string, string]>([
    ["the usual shape", usual],
    ["keys in byte order, with the time last", '{"metadata":[{},{"a":1}],"series":[{"0":1,"1":2,"time":5}]}'],
    [
      "white space anywhere",
      '\n{ "metadata" :\t[ {} ] , "series" : [ { "time" : 5 , "0" : 1 } \r\n, {"time":6 } ] } ',
    ],
    ["no points", '{"metadata":[{}],"series":[]}'],
    ["no series", '{"metadata":[],"series":[{"time":5}]}'],
    [
      "every notation of numbers",
      '{"metadata":[{},{},{},{},{}],"series":[{"time":1e3,"0":-0,"1":1.5E-7,"2":123456789012345678,"3":0.1,"4":12345678901234.5}]}',
    ],
    ["a hole as null", '{"metadata":[{},{}],"series":[{"time":5,"0":null,"1":3}]}'],
    [
      "one key twice: the last counts",
      '{"metadata":[{}],"series":[{"time":5,"0":1,"time":6,"0":2,"0":null}]}',
    ],
    [
      "members that nobody knows, and braces in texts",
      '{"a":{"b":[[["}]\\"{"]]]},"metadata":[{"k":"]}\\\\"}],"series":[{"time":5,"0":1}],"totalEvaluations":412}',
    ],
    ["a name that is written with escapes", '{"\\u006detadata":[{}],"series":[{"time":5,"0":1}]}'],
    [
      "more digits than a number holds",
      '{"metadata":[{},{}],"series":[{"time":5,"0":0.1000000000000000055511151231257827,"1":9007199254740993}]}',
    ],
  ])("%s", (_name, text) => {
    const columns = readResponse(bytesOf(text));
    expect(columns).toBeDefined();
    expect(outcome(() => decodeSeriesBytes(padded(bytesOf(text))))).toBe(plainly(bytesOf(text)));
  });

  test("indexes of every length", () => {
    const indexes = [0, 9, 10, 99, 100, 999, 1000, 9999, 10_000, 99_999, 100_000, 100_001];
    const members = indexes.map((index) => `"${index}":${index + 0.5}`);
    const metadata = Array.from({ length: 100_002 }, () => "{}");
    const text = `{"metadata":[${metadata.join(",")}],"series":[{"time":5,${members.join(",")}}]}`;
    const { values = [] } = readResponse(bytesOf(text)) ?? {};
    expect(values.flatMap(([value = 0], index) => (Number.isNaN(value) ? [] : [index]))).toEqual(indexes);
    expect(indexes.map((index) => values[index]?.[0])).toEqual(indexes.map((index) => index + 0.5));
  });

  test("rows that come to need more room than the first let expect", () => {
    const short = Array.from({ length: 400 }, (_, row) => `{"time":${row},"2":1}`);
    const first = '{"time":-1,"0":123456789.123,"1":123456789.123,"2":123456789.123}';
    const text = `{"metadata":[{},{},{}],"series":[${[first, ...short].join(",")}]}`;
    expect(readResponse(bytesOf(text))?.timeMs).toHaveLength(401);
    expect(outcome(() => decodeSeriesBytes(padded(bytesOf(text))))).toBe(plainly(bytesOf(text)));
  });
});

describe("leaves to the parser", () => {
  test.each<[string, string]>([
    ["series before metadata", '{"series":[{"time":5,"0":1}],"metadata":[{}]}'],
    ["series twice", '{"metadata":[{}],"series":[],"series":[{"time":5,"0":1}]}'],
    ["metadata twice", '{"metadata":[],"metadata":[{}],"series":[{"time":5,"0":1}]}'],
    ["no metadata", '{"series":[{"time":5,"value":1}]}'],
    ["an old name for a lone series", '{"metadata":[{}],"series":[{"time":5,"value":1}]}'],
    ["a key with a zero in front", '{"metadata":[{},{}],"series":[{"time":5,"01":1}]}'],
    ["a key past the metadata", '{"metadata":[{}],"series":[{"time":5,"1":1}]}'],
    ["a key that is far too long", `{"metadata":[{}],"series":[{"time":5,"${"9".repeat(400)}":1}]}`],
    ["a point without a time", '{"metadata":[{}],"series":[{"0":1}]}'],
    ["a time that is none", '{"metadata":[{}],"series":[{"time":1e300,"0":1}]}'],
    ["a time of null", '{"metadata":[{}],"series":[{"time":null,"0":1}]}'],
    ["text for a number", '{"metadata":[{}],"series":[{"time":5,"0":"1"}]}'],
    ["a number that is infinite", '{"metadata":[{}],"series":[{"time":5,"0":1e400}]}'],
    ["a zero in front of a number", '{"metadata":[{}],"series":[{"time":5,"0":01}]}'],
    ["a period without digits", '{"metadata":[{}],"series":[{"time":5,"0":1.}]}'],
    ["a lone minus", '{"metadata":[{}],"series":[{"time":5,"0":-}]}'],
    ["a plus", '{"metadata":[{}],"series":[{"time":5,"0":+1}]}'],
    ["a comma too many", '{"metadata":[{}],"series":[{"time":5,"0":1,}]}'],
    ["something after the end", `${usual}x`],
    ["nothing", ""],
    ["an entry that is a list", '{"metadata":[[]],"series":[{"time":5,"0":1}]}'],
    ["a control character in a text", '{"metadata":[{"a":"\n"}],"series":[{"time":5,"0":1}]}'],
  ])("%s", (_name, text) => {
    let columns: unknown;
    try {
      columns = readResponse(bytesOf(text));
    } catch {
      columns = undefined;
    }
    expect(columns).toBeUndefined();
    expect(outcome(() => decodeSeriesBytes(padded(bytesOf(text))))).toBe(plainly(bytesOf(text)));
  });

  test("a byte order mark", () => {
    const text = `\uFEFF${usual}${" ".repeat(padding.length)}`;
    expect(readResponse(bytesOf(text))).toBeUndefined();
    expect(outcome(() => decodeSeriesBytes(bytesOf(text)))).toBe(plainly(bytesOf(usual)));
  });

  test("says what is wrong in plain words", () => {
    const message = (bytes: Uint8Array): string =>
      outcome(() => decodeSeriesBytes(bytes, { operationId: "getMauUsage" }));
    expect(message(bytesOf(" "))).toBe("UsageDecodeError: getMauUsage cannot be decoded: the body is empty.");
    expect(message(padded(bytesOf('{"metadata":[')))).toBe(
      "UsageDecodeError: getMauUsage cannot be decoded: the body is not JSON, or is cut off.",
    );
    expect(message(Uint8Array.from([0xff]))).toBe(
      "UsageDecodeError: getMauUsage cannot be decoded: the body is not UTF-8.",
    );
  });
});

describe("gives what parsing gives", () => {
  test("at every truncation", () => {
    const bytes = bytesOf(usual);
    for (let length = 0; length <= bytes.length; length += 1) {
      const cut = bytes.subarray(0, length);
      expect(outcome(() => decodeSeriesBytes(padded(cut)))).toBe(plainly(cut));
    }
  });

  test("whatever the boundaries of a stream's chunks", async () => {
    const bytes = padded(bytesOf(usual));
    const expected = plainly(bytesOf(usual));
    for (let cut = padding.length; cut <= bytes.length; cut += 1) {
      expect(contents(await decodeSeriesBytes(streamOf(bytes, [cut, cut + 1])))).toBe(expected);
    }
  });

  test("a stream that fails rejects with its own error", async () => {
    const error = new Error("reset");
    const stream = new ReadableStream<Uint8Array>({ start: (controller) => controller.error(error) });
    await expect(decodeSeriesBytes(stream)).rejects.toBe(error);
    expect(stream.locked).toBe(false);
  });

  test("for every byte in every place", () => {
    const bytes = bytesOf('{"metadata":[{"a":"é"},{}],"series":[{"time":5,"0":-1.5,"1":20}]}');
    for (let at = 0; at < bytes.length; at += 1) {
      for (let byte = 0; byte < 256; byte += 1) {
        const changed = bytes.slice();
        changed[at] = byte;
        expect(readsAlike(changed)).toBe(true);
      }
    }
  });

  test("for odd bodies", () => {
    fc.assert(
      fc.property(oddBody, (text) => readsAlike(bytesOf(text))),
      { numRuns: 10_000 },
    );
  });

  test("for odd bodies with bytes that are changed, lost or doubled", () => {
    const edit = fc.record({
      at: fc.nat(),
      what: fc.constantFrom("change", "lose", "double"),
      byte: fc.nat({ max: 255 }),
    });
    fc.assert(
      fc.property(oddBody, fc.array(edit, { minLength: 1, maxLength: 3 }), (text, edits) => {
        const bytes = [...bytesOf(text)];
        for (const { at, what, byte } of edits) {
          const place = at % bytes.length;
          if (what === "change") bytes[place] = byte;
          else if (what === "lose") bytes.splice(place, 1);
          else bytes.splice(place, 0, bytes[place] ?? 0);
        }
        return readsAlike(Uint8Array.from(bytes));
      }),
      { numRuns: 10_000 },
    );
  });

  test("for numbers in any notation", () => {
    fc.assert(
      fc.property(fc.array(numberText, { minLength: 1, maxLength: 20 }), (numbers) => {
        const cells = numbers.map((number, index) => `"${index}":${number}`).join(",");
        const metadata = numbers.map(() => "{}").join(",");
        return readsAlike(bytesOf(`{"metadata":[${metadata}],"series":[{"time":5,${cells}}]}`));
      }),
      { numRuns: 5_000 },
    );
  });
});

test("usual bodies do not go to the parser", () => {
  const value = fc.oneof(
    fc.integer(),
    fc.double({ noNaN: true, noDefaultInfinity: true }),
    fc.constant(null),
  );
  const row = fc.array(fc.option(value, { nil: undefined }), { minLength: 3, maxLength: 3 });
  fc.assert(
    fc.property(
      fc.array(row),
      fc.array(fc.dictionary(fc.string(), fc.jsonValue()), { minLength: 3, maxLength: 3 }),
      (rows, metadata) => {
        const series = rows.map((cells, time) => ({ time, ...cells }));
        const bytes = bytesOf(JSON.stringify({ _links: {}, metadata, series }));
        expect(readResponse(bytes)?.timeMs).toHaveLength(rows.length);
        expect(readsAlike(bytes)).toBe(true);
      },
    ),
    { numRuns: 2_000 },
  );
});

/** Whether reading bytes gives nothing, or exactly what parsing them gives. */
function readsAlike(bytes: Uint8Array): boolean {
  try {
    if (readResponse(bytes) === undefined) return true;
  } catch (error) {
    return error instanceof SyntaxError || error instanceof TypeError;
  }
  return outcome(() => decodeSeriesBytes(padded(bytes))) === plainly(bytes);
}

const digits = fc.string({ unit: fc.constantFrom(..."0123456789"), minLength: 1, maxLength: 25 });
const numberText: fc.Arbitrary<string> = fc.oneof(
  fc.integer().map(String),
  fc
    .tuple(fc.nat({ max: 9_999_999 }), fc.string({ unit: fc.constantFrom(..."0123456789"), maxLength: 12 }))
    .map(([whole, fraction]) => (fraction === "" ? String(whole) : `${whole}.${fraction}`)),
  fc.double({ noNaN: true, noDefaultInfinity: true }).map(String),
  fc
    .tuple(
      fc.constantFrom("", "-"),
      digits,
      fc.option(digits),
      fc.option(fc.tuple(fc.constantFrom("e", "E+", "e-"), fc.nat({ max: 330 }))),
    )
    .map(([sign, whole, fraction, exponent]) =>
      [
        sign,
        whole.replace(/^0+(?=.)/, ""),
        fraction === null ? "" : `.${fraction}`,
        ...(exponent ?? []),
      ].join(""),
    ),
);
const space = fc.oneof({ weight: 6, arbitrary: fc.constant("") }, fc.constantFrom(" ", "\n", "\r\n", "\t "));
const json = fc.jsonValue().map((value) => JSON.stringify(value));
const key = fc.oneof(
  { weight: 8, arbitrary: fc.constantFrom('"0"', '"1"', '"2"') },
  { weight: 8, arbitrary: fc.constant('"time"') },
  fc.constantFrom(
    '"3"',
    '"00"',
    '"-1"',
    '"1.0"',
    '"value"',
    '"\\u0030"',
    '"tim\\u0065"',
    '"__proto__"',
    '"times"',
    '"1e0"',
    "0",
  ),
);
const cell = fc.oneof(
  { weight: 12, arbitrary: numberText },
  fc.constantFrom(
    "null",
    "true",
    '"5"',
    "[]",
    "{}",
    "-",
    "01",
    "1.",
    ".5",
    "+1",
    "NaN",
    "1e",
    "0x1",
    "1_000",
    "",
  ),
);
const member = fc
  .tuple(space, key, space, cell, space)
  .map(([a, name, b, value, c]) => `${a}${name}${b}:${value}${c}`);
const pointText = fc.oneof(
  {
    weight: 12,
    arbitrary: fc
      .array(member, { maxLength: 5 })
      .chain((members) => fc.nat({ max: 10 }).map((time) => `{${[`"time":${time}`, ...members].join(",")}}`)),
  },
  fc.array(member, { maxLength: 4 }).map((members) => `{${members.join(",")}}`),
  json,
);
const entryText = fc.oneof(
  {
    weight: 9,
    arbitrary: fc
      .dictionary(fc.oneof(fc.string(), fc.constant("__proto__")), fc.jsonValue(), { maxKeys: 3 })
      .map((entry) => JSON.stringify(entry)),
  },
  json,
  fc.constantFrom(
    '{"a":"\\ud800"}',
    '{"a":1,"a":2}',
    '{"\\u0061":"\\u0062"}',
    '{"__proto__":{"x":1}}',
    '{"a":"}],["}',
  ),
);
const listOf = (items: fc.Arbitrary<string>, maxLength: number): fc.Arbitrary<string> =>
  fc.tuple(fc.array(items, { maxLength }), space).map(([all, gap]) => `[${gap}${all.join(`,${gap}`)}${gap}]`);
const oddBody: fc.Arbitrary<string> = fc
  .tuple(
    listOf(entryText, 3),
    listOf(pointText, 4),
    fc.array(
      fc.tuple(
        fc.oneof(
          fc.constantFrom('"series"', '"metadata"', '"_links"'),
          fc.string().map((name) => JSON.stringify(name)),
        ),
        json,
      ),
      { maxLength: 2 },
    ),
    fc.boolean(),
    space,
  )
  .map(([metadata, series, others, isLast, gap]) => {
    const known = [`"metadata":${metadata}`, `${gap}"series"${gap}:${gap}${series}`];
    const extra = others.map(([name, value]) => `${name}:${value}`);
    return `${gap}{${[...(isLast ? [] : extra), ...known, ...(isLast ? extra : [])].join(`${gap},`)}}${gap}`;
  });
