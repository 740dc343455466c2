import { parseResponse } from "../input/parse-response.ts";
import { type ArqueroTable, arquero, toArqueroRows } from "../peers/arquero.ts";
import { type Implementation, keepBytes } from "../program/implementation.ts";
import { digestCells } from "./digest-cells.ts";

// Months are `202503`. Arquero reads the text of an expression.
const month = "row => op.utcyear(row.time) * 100 + op.utcmonth(row.time) + 1";

/** arquero: `derive`, `fold`, `join`, `groupby` and `pivot`. */
export const implementation: Implementation<Uint8Array, ArqueroTable> = {
  prepare: keepBytes,
  run: (bytes) =>
    toArqueroRows(parseResponse(bytes), { month })
      .groupby("month")
      .pivot("sdkName", { value: arquero.op.sum("value") }),
  digest: (table) =>
    digestCells(
      // The columns are the month and the SDKs.
      (table.objects({ limit: Number.POSITIVE_INFINITY }) as Record<string, number>[]).flatMap(
        ({ month: number, ...sums }) =>
          Object.entries(sums).map(([sdkName, value]) => ({
            month: String(number).replace(/(?=..$)/, "-"),
            sdkName,
            value,
          })),
      ),
    ),
};
