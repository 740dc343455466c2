import { describe, expect, test } from "vitest";
import type { ParameterObject } from "../openapi/document.ts";
import { derive } from "./derive.ts";

const path = "/api/v2/usage/widgets";

function run(parameters: ParameterObject[], operation: object = {}): ReturnType<typeof derive> {
  return derive({
    openapi: "3.0.3",
    paths: {
      [path]: {
        get: {
          operationId: "getWidgets",
          description: "Counts widgets.",
          parameters,
          responses: {
            "200": {
              description: "",
              content: { "application/json": { schema: { $ref: "#/components/schemas/Names" } } },
            },
          },
          ...operation,
        },
      },
    },
    components: {
      schemas: { Names: { type: "object", properties: { names: { type: "array", items: {} } } } },
    },
  });
}

const query = (members: Partial<ParameterObject>): ParameterObject => ({
  name: "p",
  in: "query",
  ...members,
});
const first = ({ document }: ReturnType<typeof derive>): ParameterObject | undefined =>
  document.paths[path]?.["get"]?.parameters?.[0];

describe("what upstream states as structure counts", () => {
  test.each<[string, Partial<ParameterObject>, object]>([
    [
      "a list, with its limits",
      { schema: { type: "array", items: { type: "string", enum: ["a"] }, maxItems: 5 } as object },
      {
        style: "form",
        explode: true,
        schema: { type: "array", items: { type: "string", enum: ["a"] }, maxItems: 5 },
      },
    ],
    [
      "a yes or no",
      { schema: { type: "boolean", default: true } },
      { schema: { type: "string", enum: ["true", "false"], default: "true" } },
    ],
    [
      "numbers",
      { schema: { type: "integer", enum: [1, 2], default: 2 } },
      { schema: { type: "integer", enum: [1, 2], default: 2 } },
    ],
    [
      "a default of a list",
      { schema: { type: "array", items: { type: "string" }, default: ["a"] } },
      { schema: { type: "array", items: { type: "string" } }, "x-ldusage": { default: "a" } },
    ],
    [
      "numbers of which the prose tells the values",
      { description: "A size to filter by. Valid values: `1`, `2`.", schema: { type: "integer" } },
      { schema: { type: "integer", enum: [1, 2] } },
    ],
  ])("%s", (_name, given, expected) => {
    expect(first(run([query(given)]))).toMatchObject(expected);
  });

  test("times may be integers with a least value", () => {
    const schema = { type: "integer", format: "int64", minimum: 0 };
    const description = "The data starts from this time (Unix milliseconds).";
    const result = run([query({ description, schema })]);
    expect(first(result)?.schema).toEqual(schema);
    expect(result.document.paths[path]?.["get"]?.["x-ldusage"]).toMatchObject({ timeUnit: "ms" });
  });

  test("a format may state the unit", () => {
    const description = "The data starts from this time.";
    const result = run([query({ description, schema: { type: "integer", format: "unixtime" } })]);
    expect(result.document.paths[path]?.["get"]?.["x-ldusage"]).toMatchObject({
      timeUnit: "s",
      timeUnitSource: "documented",
    });
  });
});

test("several values in one text are one text, which callers write", () => {
  const given: Partial<ParameterObject>[] = [
    {
      description: "Comma-separated list of project keys to filter by. Valid values: `a`, `b`.",
      schema: { type: "string" },
    },
    {
      description: "One or more project keys to filter by.",
      explode: false,
      schema: { type: "array", items: {} },
    },
    { style: "pipeDelimited", schema: { type: "array", items: { enum: ["a"] } } },
  ];
  for (const parameter of given) {
    const result = run([query(parameter)]);
    expect(first(result)?.schema).toEqual({ type: "string" });
    expect(result.notices).toEqual([
      {
        stage: "derive",
        place: `GET ${path}, parameter p`,
        problem: "it takes several values as one text with separators, which callers write themselves",
        wayOut: undefined,
      },
    ]);
  }
});

test("what is told and stated needs no prose any more", () => {
  const { notices } = run(
    [
      query({
        description: "A color to filter by. Can be repeated. Valid values: `a`, `b`. Defaults to `a`.",
        schema: { type: "array", items: { type: "string", enum: ["b", "a"] }, default: "a" },
      }),
    ],
    { deprecated: true, description: "This endpoint is deprecated." },
  );
  expect(notices.map(({ place, problem }) => [place, problem])).toEqual([
    [`GET ${path}`, 'upstream states "deprecated" itself now, besides telling it in prose'],
    ...["repeatable", "values", "default"].map((fact) => [
      `GET ${path}, parameter p`,
      `upstream states "${fact}" itself now, besides telling it in prose`,
    ]),
  ]);
});

describe("a contradiction names both sides", () => {
  test.each<[string, Partial<ParameterObject>, RegExp]>([
    [
      "values",
      { description: "Valid values: `a`, `b`.", schema: { enum: ["a"] } },
      /parameter p: for "values" the description says \["a","b"\] and the schema says \["a"\]\. Find out/,
    ],
    [
      "a default",
      { description: "Defaults to `a`.", schema: { default: "b" } },
      /for "default" .*"a" and .*"b"/,
    ],
    [
      "repeating",
      { description: "Can be repeated.", explode: false, schema: { type: "array", items: {} } },
      /for "repeatable" the description says true and the schema says false/,
    ],
    [
      "commas",
      { description: "A comma-separated list.", schema: { type: "array", items: {} } },
      /for "repeatable" the description says false and the schema says true/,
    ],
    [
      "a unit",
      { description: "The data starts from this time (Unix milliseconds).", schema: { format: "unixtime" } },
      /for "timeUnit" the description says "ms" and the schema says "s"/,
    ],
    [
      "a unit that nothing reads",
      { description: "The data starts from this time.", schema: { format: "date-time" } },
      /no rule reads the unit of a time in the format "date-time"\. Teach/,
    ],
    [
      "values that are no text",
      { schema: { enum: [{}] } },
      /its schema lists \{\}, which is not sent as text/,
    ],
  ])("%s", (_name, given, message) => {
    expect(() => run([query(given)])).toThrow(message);
    expect(() => run([query(given)])).toThrow(`derive: GET ${path}`);
  });

  test("limits of the range in two places", () => {
    const description = "The data starts from this time (Unix seconds). The range can be up to 30 days.";
    expect(run([query({ description })]).document.paths[path]?.["get"]?.["x-ldusage"]).toMatchObject({
      maxRangeDays: 30,
    });
    expect(() =>
      run([query({ description })], { description: "The maximum time range is 90 days." }),
    ).toThrow("the longest range is said to be both 90 and 30 days");
  });
});

test("without descriptions, nothing is guessed in silence", () => {
  const bare: ParameterObject = { name: "q", in: "query", schema: { type: "string", enum: ["daily"] } };
  const { document, unexplained } = run([bare, { name: "p", in: "path", required: true }], {
    description: "",
  });
  const parameters = document.paths[path]?.["get"]?.parameters;
  expect(parameters?.map((parameter) => parameter["x-ldusage"]?.["role"])).toEqual(["unknown", "filter"]);
  expect(unexplained.map(({ place, text }) => [place, text])).toEqual([
    ["description", "there is no description"],
    ["parameter q", "nothing says what the parameter does"],
    ["parameter p", "nothing but its name says what it selects"],
  ]);
});
