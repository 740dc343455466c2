import { expect, test } from "vitest";
import type { Digests } from "../program/implementation.ts";
import { checkEqual } from "./check-equal.ts";

const ours = { bytes: "b", rows: "r" };

test("each result is compared in what is known of it, and limits in nothing", () => {
  const results = new Map<string, Digests>([
    ["ours", ours],
    ["naive", { bytes: "b" }],
    ["polars", { rows: "r" }],
    ["byte-sum", {}],
  ]);
  expect(() => checkEqual(results, "csv, 365x10")).not.toThrow();
});

test("one that differs is named, with the one that it differs from", () => {
  const results = new Map<string, Digests>([
    ["ours", ours],
    ["naive", { bytes: "b" }],
    ["polars", { rows: "q" }],
  ]);
  expect(() => checkEqual(results, "csv, 365x10")).toThrow(
    "csv, 365x10: the rows of polars are q, not r like those of ours",
  );
});
