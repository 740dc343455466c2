import { expect, test } from "vitest";
import {
  isUsageDecodeError,
  isUsageError,
  isUsageInputError,
  UsageDecodeError,
  UsageInputError,
} from "./index.ts";

const input = new UsageInputError({ parameter: "start", value: "x", rule: "it is odd", wayOut: "mend it" });

test("the message names parameter, value, rule and way out", () => {
  expect(input.message).toBe('start = "x" is refused: it is odd; mend it.');
  expect(input).toMatchObject({ name: "UsageInputError", parameter: "start", value: '"x"' });
});

test("guards tell the classes apart, also for an error of another copy of the package", async () => {
  const decode = new UsageDecodeError({
    operationId: "someOperation",
    status: 200,
    found: "the body is empty",
  });
  expect([isUsageError(input), isUsageInputError(input), isUsageDecodeError(input)]).toEqual([
    true,
    true,
    false,
  ]);
  expect([isUsageError(decode), isUsageInputError(decode), isUsageDecodeError(decode)]).toEqual([
    true,
    false,
    true,
  ]);
  const brand = Symbol.for("@ldusage/types.UsageError");
  expect(isUsageInputError({ name: "UsageInputError", [brand]: true })).toBe(true);
  expect([null, undefined, "x", {}, new Error("UsageInputError")].some(isUsageError)).toBe(false);
});

test("JSON has the name, the message and the facts, and no stack", () => {
  expect(JSON.parse(JSON.stringify(input))).toEqual({
    name: "UsageInputError",
    message: input.message,
    parameter: "start",
    value: '"x"',
    rule: "it is odd",
    wayOut: "mend it",
  });
});

test.each<[unknown, string]>([
  ["a\u001b[31m\nb\u2028", '"a\\u001b[31m\\nb\\u2028"'],
  ["x".repeat(200), `"${"x".repeat(79)}…`],
  [undefined, "undefined"],
  [12n, "12n"],
  [Symbol("secret"), "a symbol"],
  [() => 1, "a function"],
  [["a", 1], '["a",1]'],
  [new Date(0), "1970-01-01T00:00:00.000Z"],
  [new Date(Number.NaN), "an invalid Date"],
])("a value is shown short and on one line, case %#", (value, shown) => {
  expect(new UsageInputError({ parameter: "p", value, rule: "r", wayOut: "w" }).value).toBe(shown);
});

test("a value that cannot be turned into text does not hide the refusal", () => {
  const cyclic: { self?: unknown } = {};
  cyclic.self = cyclic;
  expect(new UsageInputError({ parameter: "p", value: cyclic, rule: "r", wayOut: "w" }).value).toBe(
    "a value that cannot be shown",
  );
});
