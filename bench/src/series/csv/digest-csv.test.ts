import { expect, test } from "vitest";
import { digestCsvBytes, digestCsvRows } from "./digest-csv.ts";

const encode = (text: string): Uint8Array => new TextEncoder().encode(text);
const ours = encode(
  "sdkName,projectId,environmentId,time,value\nGo,a,b,2025-01-01T00:00:00.000Z,5\niOS,a,b,2025-01-01T00:00:00.000Z,6\n",
);
const theirs = encode(
  "time,value,projectId,environmentId,sdkName\n1735689600000.0,6.0,a,b,iOS\n1735689600000.0,5.0,a,b,Go",
);

test("rows are the same in another order, with other columns and other forms of numbers", () => {
  expect(digestCsvRows(theirs)).toEqual(digestCsvRows(ours));
  expect(digestCsvBytes(theirs)).not.toEqual(digestCsvBytes(ours));
});

test("another value is another row", () => {
  const other = encode(new TextDecoder().decode(theirs).replace("6.0", "6.5"));
  expect(digestCsvRows(other)).not.toEqual(digestCsvRows(ours));
});
