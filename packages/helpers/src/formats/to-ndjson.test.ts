import { expect, test } from "vitest";
import { pivot } from "../pivot/pivot.ts";
import { decodeSeries } from "../series/decode-series.ts";
import { toNdjson } from "./to-ndjson.ts";

const time = Date.UTC(2025, 2, 1);

test("each value of a series table is a line, with the dimensions apart and in their JSON types", () => {
  const table = decodeSeries(
    {
      metadata: [JSON.parse('{"key":true,"__proto__":{"b":1,"a":[null,"\\ud800"]},"time":"t"}'), {}],
      series: [{ time, "0": 120, "1": 0.5 }],
    },
    { operationId: "getEvaluationsUsage", granularity: "daily", nowMs: time },
  );
  const lines = toNdjson(table).split("\n");
  const lead =
    '{"operation":"getEvaluationsUsage","aggregation":null,"measure":"counter","unit":"evaluations"';
  const bucket = '"time":"2025-03-01T00:00:00.000Z","bucket":"daily"';
  expect(lines).toEqual([
    `${lead},"dimensions":{"__proto__":{"a":[null,"\\ud800"],"b":1},"key":true,"time":"t"},${bucket},"value":120,"partial":true}`,
    `${lead},"dimensions":{},${bucket},"value":0.5,"partial":true}`,
    "",
  ]);
  const { dimensions } = JSON.parse(lines[0] ?? "");
  expect(Object.keys(dimensions)).toEqual(["__proto__", "key", "time"]);
  expect(Object.getOwnPropertyDescriptor(dimensions, "__proto__")?.value).toEqual({
    a: [null, "\ud800"],
    b: 1,
  });
});

test("what is not known is null, and an upper bound is marked", () => {
  const table = decodeSeries({ metadata: [{}], series: [{ time, "0": 1 }] });
  const rest = '"dimensions":{},"time":"2025-03-01T00:00:00.000Z","bucket":null,"value":1,"partial":null}\n';
  expect(toNdjson(table)).toBe(`{"operation":null,"aggregation":null,"measure":null,"unit":null,${rest}`);
  const facts = { ...table.facts, measure: "distinct", isUpperBound: true } as const;
  expect(toNdjson({ ...table, facts })).toBe(
    `{"operation":null,"aggregation":null,"measure":"distinct (upper bound)","unit":null,${rest}`,
  );
});

test("each row of a pivot table is a line, with null for a hole", () => {
  const table = decodeSeries({
    metadata: [{ sdk: 'a"' }, { sdk: "__proto__" }],
    series: [
      { time, "0": 1 },
      { time: time + 86_400_000, "1": 2 },
    ],
  });
  expect(toNdjson(pivot(table, { index: "day", columns: "sdk", aggregate: "last" }))).toBe(
    '{"day":"2025-03-01","cells":{"__proto__":null,"a\\"":1},"partial":null}\n{"day":"2025-03-02","cells":{"__proto__":2,"a\\"":null},"partial":null}\n',
  );
});

test("nothing gives nothing", () => {
  expect(toNdjson(decodeSeries({ metadata: [], series: [] }))).toBe("");
});
