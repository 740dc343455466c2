import {
  collectSeries,
  decodeSeries,
  decodeSeriesBytes,
  mergeTables,
  pivot,
  resample,
  rollup,
  type SeriesSource,
  type SeriesTable,
  toCsv,
  toNdjson,
  topN,
  toRows,
  toTidy,
} from "@ldusage/helpers";
import { encodeAnswer } from "../memory/synthetic-source.ts";
import { generateResponse } from "../series/input/generate-response.ts";
import { shapes } from "../series/input/shapes.ts";
import type { Size } from "./axes.ts";

/** Makes what an operation works on, and gives what is to be measured. */
export type PrepareOperation = (size: Size) => () => unknown;

// Points and groups add up only where the operation and its parameters say so.
const asked = {
  operationId: "getServiceConnectionsUsage",
  parameters: { aggregationType: "incremental" },
  granularity: "daily",
} as const;
const every = ["projectId", "environmentId", "sdkName"];
const rowsOfPiece = 30;
const dayMs = 86_400_000;
const endMs = Date.UTC(2026, 0, 1);

const bytesOf = (size: Size): Uint8Array => generateResponse({ ...shapes["365x10"], ...size }, 1);

/** A table of a response's series, filled with other numbers: that is quicker than writing and reading them. */
function tableOf({ seriesCount, timeCount }: Size): SeriesTable {
  const table = decodeSeriesBytes(bytesOf({ seriesCount, timeCount: 1 }), asked);
  const width = table.granularities[0];
  return {
    ...table,
    timeMs: Float64Array.from({ length: timeCount }, (_, row) => endMs + (row - timeCount) * dayMs),
    granularities: new Array(timeCount).fill(width),
    partial: new Array(timeCount).fill(undefined),
    columns: table.columns.map(({ dimensions }, index) => {
      const values = new Float64Array(timeCount);
      for (let row = 0; row < timeCount; row += 1) values[row] = (index * 7919 + row * 104_729) % 89_989;
      return { dimensions, values };
    }),
  };
}

const ofTable =
  (run: (table: SeriesTable) => unknown): PrepareOperation =>
  (size) => {
    const table = tableOf(size);
    return () => run(table);
  };

/** What is measured, by name. Operations on groups are there with few groups and with one for each series. */
export const operations = {
  decodeSeriesBytes: (size) => {
    const bytes = bytesOf(size);
    return () => decodeSeriesBytes(bytes, asked);
  },
  decodeSeries: (size) => {
    const response: unknown = JSON.parse(new TextDecoder().decode(bytesOf(size)));
    return () => decodeSeries(response, asked);
  },
  collectSeries: prepareCollection,
  mergeTables: (size) => {
    const pieces = cutTable(tableOf(size));
    return () => mergeTables(pieces);
  },
  "rollup, few": ofTable((table) => rollup(table, { by: "sdkName" })),
  "rollup, many": ofTable((table) => rollup(table, { by: every })),
  "pivot, few": ofTable((table) => pivot(table, { index: "month", columns: "sdkName", aggregate: "sum" })),
  "pivot, many": ofTable((table) => pivot(table, { index: "month", columns: every, aggregate: "sum" })),
  resample: ofTable((table) => resample(table, { granularity: "monthly", aggregate: "sum" })),
  topN: (size) => {
    const { columns, ...table } = tableOf(size);
    // Ties, of which there are more and more among whole numbers, are settled by texts.
    const apart = columns.map(({ dimensions, values }, index) => ({
      dimensions,
      values: values.map((value) => value + index / columns.length),
    }));
    return () => topN({ ...table, columns: apart }, { count: 10 });
  },
  toTidy: ofTable(toTidy),
  toRows: ofTable(toRows),
  toCsv: ofTable((table) => toCsv(table)),
  toNdjson: ofTable((table) => toNdjson(table)),
} satisfies Readonly<Record<string, PrepareOperation>>;

export type OperationName = keyof typeof operations;

/**
 * The most that an operation may allocate for a value of the largest size, in bytes: about half as much again as it does. What
 * a value takes itself is 8 of them, a row of text its length and that of its bytes.
 */
export const allocationLimits: Readonly<Record<OperationName, number>> = {
  decodeSeriesBytes: 30,
  decodeSeries: 35,
  collectSeries: 160,
  mergeTables: 180,
  "rollup, few": 12,
  "rollup, many": 80,
  "pivot, few": 18,
  "pivot, many": 95,
  resample: 14,
  topN: 18,
  toTidy: 65,
  toRows: 200,
  toCsv: 500,
  toNdjson: 1000,
};

/** Tables of some rows each, as they come when a range is asked for in pieces. */
function cutTable(table: SeriesTable): SeriesTable[] {
  const { timeMs, granularities, partial, columns } = table;
  return Array.from({ length: Math.ceil(timeMs.length / rowsOfPiece) }, (_, piece) => {
    const span = [piece * rowsOfPiece, (piece + 1) * rowsOfPiece] as const;
    return {
      ...table,
      timeMs: timeMs.slice(...span),
      granularities: granularities.slice(...span),
      partial: partial.slice(...span),
      columns: columns.map(({ dimensions, values }) => ({ dimensions, values: values.slice(...span) })),
    };
  });
}

/** A collection month by month from a source that has every answer at hand once it has been asked for it. */
function prepareCollection({ seriesCount, timeCount }: Size): () => Promise<SeriesTable> {
  const answers = new Map<string, Uint8Array>();
  const source: SeriesSource = {
    async request(_operationId: string, parameters: object) {
      // Plans write the ends of a range like this.
      const { from, to } = parameters as Record<"from" | "to", { epochMs: number }>;
      const key = `${from.epochMs} ${to.epochMs}`;
      const data = answers.get(key) ?? encodeAnswer(seriesCount, from.epochMs, to.epochMs);
      answers.set(key, data);
      return { ok: true, data };
    },
  };
  const range = { from: new Date(endMs - timeCount * dayMs), to: new Date(endMs) };
  const parameters = { ...range, groupBy: "environmentId", aggregationType: "incremental" } as const;
  // A cache asks for months, and this one keeps none.
  const cache = { get: () => undefined, set: () => undefined };
  return () =>
    collectSeries(source, "getDataExportEventsUsage", parameters, { nowMs: endMs + 32 * dayMs, cache });
}
