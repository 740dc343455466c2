import { isDeepStrictEqual } from "node:util";
import { parse } from "csv-parse/sync";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { PivotTable } from "../pivot/pivot.ts";
import { readDimensions } from "../series/dimensions.ts";
import type { DimensionValue, SeriesFacts, SeriesTable } from "../series/series-table.ts";
import { toCsv, toCsvStream } from "./to-csv.ts";
import { toMarkdown, toMarkdownStream } from "./to-markdown.ts";
import { toNdjson, toNdjsonStream } from "./to-ndjson.ts";

const runs = { numRuns: 2000 };

// Texts that break careless writers, and any code units, halves of pairs among them.
const text = fc.oneof(
  fc.constantFrom(
    "",
    " ",
    ",",
    '"',
    '""',
    "a\nb",
    "\r",
    "=1+1",
    "-1",
    "\t@x",
    "😀",
    "\ud83d",
    "\ude00",
    "\ufeff",
  ),
  fc.constantFrom(
    "__proto__",
    "constructor",
    "time",
    "dimension time",
    "value",
    "partial",
    "x (upper bound)",
    "|",
    "\\",
    "a\\|",
    "`x`",
    "<b>",
  ),
  fc.string({ unit: fc.integer({ min: 0, max: 0xffff }).map((unit) => String.fromCharCode(unit)) }),
);
const dimensionValue: fc.Arbitrary<DimensionValue> = fc.oneof(
  { weight: 3, arbitrary: text },
  // JSON values are dimension values.
  { weight: 1, arbitrary: fc.jsonValue() as fc.Arbitrary<DimensionValue> },
  {
    weight: 1,
    arbitrary: fc.constantFrom(...['{"__proto__":{"b":1,"a":2}}', "[-5]"].map((json) => JSON.parse(json))),
  },
);
const dimensions = fc
  .array(fc.tuple(text, dimensionValue), { maxLength: 4 })
  .map((entries) => readDimensions(Object.fromEntries(entries)));
const number = fc.oneof(fc.nat(), fc.integer(), fc.double({ noNaN: true, noDefaultInfinity: true }));
const valueOrHole = fc.oneof(number, fc.constant(Number.NaN));

const facts: fc.Arbitrary<SeriesFacts> = fc.record({
  operationId: fc.option(text, { nil: undefined }),
  measure: fc.constantFrom("distinct", "counter", "unknown"),
  unit: fc.option(text),
  aggregation: fc.constantFrom(undefined, "month-to-date", "unknown"),
  additiveOverTime: fc.boolean(),
  additiveAcrossGroups: fc.constant("unknown"),
  timeZone: fc.constant("UTC"),
  isUpperBound: fc.boolean(),
});
const seriesTable: fc.Arbitrary<SeriesTable> = fc.nat({ max: 4 }).chain((rows) =>
  fc.record({
    facts,
    timeMs: fc
      .uniqueArray(fc.integer({ min: -8.64e15, max: 8.64e15 }), { minLength: rows, maxLength: rows })
      .map((times) => Float64Array.from(times).sort()),
    granularities: fc.array(fc.constantFrom(undefined, "daily", "monthly"), {
      minLength: rows,
      maxLength: rows,
    }),
    partial: fc.array(fc.constantFrom(undefined, true, false), { minLength: rows, maxLength: rows }),
    columns: fc.array(
      fc.record({
        dimensions,
        values: fc
          .array(valueOrHole, { minLength: rows, maxLength: rows })
          .map((values) => Float64Array.from(values)),
      }),
      { maxLength: 4 },
    ),
    notes: fc.constant([]),
  }),
);
const pivotTable: fc.Arbitrary<PivotTable> = fc
  .tuple(fc.nat({ max: 4 }), fc.nat({ max: 4 }))
  .chain(([rows, columns]) =>
    fc.record({
      facts,
      index: fc.constantFrom("time", "day", "month"),
      rowLabels: fc.uniqueArray(text, { minLength: rows, maxLength: rows }),
      partial: fc.array(fc.constantFrom(undefined, true, false), { minLength: rows, maxLength: rows }),
      columns: fc.constant(undefined),
      columnLabels: fc.uniqueArray(text, { minLength: columns, maxLength: columns }),
      cells: fc.array(fc.array(fc.option(number), { minLength: columns, maxLength: columns }), {
        minLength: rows,
        maxLength: rows,
      }),
      notes: fc.constant([]),
    }),
  );
const anyTable = fc.oneof(seriesTable, pivotTable);

const asUtf8 = (value: string): string => Buffer.from(value).toString();
const fixedNames = ["operation", "aggregation", "measure", "unit", "time", "bucket", "value", "partial"];

/** The present values of a table, said with other words than the code under test. */
function valuesOf({ facts, timeMs, granularities, partial, columns }: SeriesTable) {
  const known = facts.measure === "unknown" ? null : facts.measure;
  return Array.from(timeMs, (time, row) =>
    columns.flatMap((column) => {
      const value = column.values[row] ?? Number.NaN;
      if (Number.isNaN(value)) return [];
      const record = {
        operation: facts.operationId ?? null,
        aggregation: facts.aggregation ?? null,
        measure: facts.isUpperBound ? `${facts.measure} (upper bound)` : known,
        unit: facts.unit,
        dimensions: column.dimensions,
        time: new Date(time).toISOString(),
        bucket: granularities[row] ?? null,
        value: value + 0,
        partial: partial[row] ?? null,
      };
      return [record];
    }),
  ).flat();
}

/** Whether a cell holds the value of a dimension: text as it is, any other value as JSON. */
function holds(cell: string | undefined, value: DimensionValue | undefined): boolean {
  if (value === undefined || typeof value === "string") return cell === asUtf8(value ?? "");
  return isDeepStrictEqual(JSON.parse(cell ?? ""), JSON.parse(JSON.stringify(value)));
}

describe("CSV", () => {
  const read = (csv: string, lineEnd: string): string[][] =>
    parse(csv, { record_delimiter: lineEnd, skip_empty_lines: false });
  const lineEnd = fc.constantFrom("\n" as const, "\r\n" as const);

  test("of a series table reads back as its values", () => {
    fc.assert(
      fc.property(seriesTable, lineEnd, (table, end) => {
        const [header = [], ...records] = read(toCsv(table, { lineEnd: end }), end);
        const names = [...new Set(table.columns.flatMap((column) => Object.keys(column.dimensions)))].sort();
        expect(header).toHaveLength(fixedNames.length + names.length);
        expect([...header.slice(0, 4), ...header.slice(-4)]).toEqual(fixedNames);
        const taken = header.slice(4, -4).filter((name) => fixedNames.includes(name));
        expect(taken).toEqual([]);
        const expected = valuesOf(table);
        expect(records).toHaveLength(expected.length);
        for (const [row, { operation, aggregation, measure, unit, ...record }] of expected.entries()) {
          const cells = records[row] ?? [];
          const facts = [operation, aggregation, measure, unit].map((fact) => asUtf8(fact ?? ""));
          expect(cells.slice(0, 4)).toEqual(facts);
          const labels = cells.slice(4, -4);
          expect(names.filter((name, column) => !holds(labels[column], record.dimensions[name]))).toEqual([]);
          const { time, bucket, value, partial } = record;
          expect(cells.slice(-4)).toEqual([time, bucket ?? "", String(value), String(partial ?? "")]);
        }
      }),
      runs,
    );
  });

  test("has another name for each dimension", () => {
    const name = fc
      .tuple(fc.nat({ max: 3 }), fc.constantFrom(...fixedNames, "x", "dimension", "", " time"))
      .map(([times, end]) => "dimension ".repeat(times) + end);
    fc.assert(
      fc.property(fc.uniqueArray(name, { maxLength: 12 }), seriesTable, (names, table) => {
        const dimensions = readDimensions(Object.fromEntries(names.map((key) => [key, "x"])));
        const [header = []] = read(
          toCsv({ ...table, columns: [{ dimensions, values: new Float64Array() }] }),
          "\n",
        );
        expect(new Set(header).size).toBe(fixedNames.length + names.length);
      }),
      runs,
    );
  });

  test("of a pivot table reads back as its cells", () => {
    fc.assert(
      fc.property(pivotTable, lineEnd, (table, end) => {
        const [header = [], ...records] = read(toCsv(table, { lineEnd: end }), end);
        expect(header).toHaveLength(2 + table.columnLabels.length);
        expect([header.at(0), header.at(-1)]).toEqual([table.index, "partial"]);
        for (const name of header.slice(1, -1)) {
          expect([table.index, "partial"]).not.toContain(name);
          expect(!table.facts.isUpperBound || name.endsWith(" (upper bound)")).toBe(true);
        }
        expect(records).toEqual(
          table.rowLabels.map((label, row) => [
            asUtf8(label),
            ...(table.cells[row] ?? []).map((cell) => (cell === null ? "" : String(cell))),
            String(table.partial[row] ?? ""),
          ]),
        );
      }),
      runs,
    );
  });

  test("that is safe for spreadsheets has no text that begins like a formula", () => {
    fc.assert(
      fc.property(seriesTable, (table) => {
        const [header = [], ...records] = read(toCsv(table, { spreadsheetSafe: true }), "\n");
        const isNumber = (cell: string): boolean => cell.trim() === cell && Number.isFinite(Number(cell));
        const begins = (cell: string): boolean => /^\s*[=+\-@＝＋－＠]/.test(cell);
        expect(header.filter(begins)).toEqual([]);
        for (const record of records) {
          expect(record.filter((cell) => begins(cell) && !isNumber(cell))).toEqual([]);
          expect(isNumber(record.at(-2) ?? "")).toBe(true);
        }
      }),
      runs,
    );
  });
});

describe("NDJSON", () => {
  const lines = (ndjson: string): unknown[] => {
    expect(ndjson === "" || ndjson.endsWith("\n")).toBe(true);
    return ndjson
      .split("\n")
      .slice(0, -1)
      .map((line) => JSON.parse(line));
  };

  test("of a series table reads back as its values, in their types", () => {
    fc.assert(
      fc.property(seriesTable, (table) => {
        const expected = valuesOf(table).map((record) => JSON.parse(JSON.stringify(record)));
        expect(isDeepStrictEqual(lines(toNdjson(table)), expected)).toBe(true);
      }),
      runs,
    );
  });

  test("of a pivot table reads back as its cells", () => {
    fc.assert(
      fc.property(pivotTable, (table) => {
        const expected = table.rowLabels.map((label, row) => ({
          [table.index]: label,
          cells: Object.fromEntries(
            table.columnLabels.map((label, column) => [
              table.facts.isUpperBound ? `${label} (upper bound)` : label,
              table.cells[row]?.[column] ?? null,
            ]),
          ),
          partial: table.partial[row] ?? null,
        }));
        expect(isDeepStrictEqual(lines(toNdjson(table)), JSON.parse(JSON.stringify(expected)))).toBe(true);
      }),
      runs,
    );
  });
});

describe("Markdown", () => {
  test("has a line for each row, and the same number of cells in each line", () => {
    fc.assert(
      fc.property(anyTable, (table) => {
        const lines = toMarkdown(table).split(/\r\n|\r|\n/);
        expect(lines.pop()).toBe("");
        const rows = "cells" in table ? table.rowLabels.length : valuesOf(table).length;
        expect(lines).toHaveLength(2 + rows);
        const cells = lines.map((line) => line.replace(/\\[\s\S]/g, "").split("|"));
        for (const line of cells) {
          expect(line).toHaveLength(cells[1]?.length ?? 0);
          expect([line.at(0), line.at(-1)]).toEqual(["", ""]);
        }
      }),
      runs,
    );
  });

  test("has no active character from names and values", () => {
    fc.assert(
      fc.property(anyTable, (table) => {
        const [header = "", , ...rows] = toMarkdown(table).split("\n");
        for (const line of [header, ...rows]) {
          // Without escaped characters, references and borders of cells nothing may be left.
          const rest = line.replace(/\\[\s\S]|&#\d+;| \| |^\| | \|$/g, " ");
          expect(rest).not.toMatch(/[\\`*_[\]<&|~]/);
        }
      }),
      runs,
    );
  });
});

async function bytesOf(stream: ReadableStream<Uint8Array>): Promise<Buffer> {
  const chunks: Uint8Array[] = [];
  const reader = stream.getReader();
  for (let next = await reader.read(); !next.done; next = await reader.read()) chunks.push(next.value);
  return Buffer.concat(chunks);
}

test.each([
  ["CSV", toCsv, toCsvStream],
  ["NDJSON", toNdjson, toNdjsonStream],
  ["Markdown", toMarkdown, toMarkdownStream],
])("the stream of %s has the bytes of its text", async (_name, toText, toStream) => {
  await fc.assert(
    fc.asyncProperty(anyTable, async (table) => {
      const whole = toText(table);
      expect(whole).toBe(asUtf8(whole));
      expect((await bytesOf(toStream(table))).equals(Buffer.from(whole))).toBe(true);
    }),
    { numRuns: 500 },
  );
});
