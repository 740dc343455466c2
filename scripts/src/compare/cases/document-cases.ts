import { expect } from "vitest";
import type { Case } from "./case.ts";
import type { Loose } from "./changed-document.ts";

const properties = (schema: Loose): Record<string, Loose> => Object(schema["properties"]);

function setCodes(schema: (name: string) => Loose, members: Loose): void {
  Object.assign(properties(schema("ForbiddenErrorRep"))["code"] ?? {}, members);
}

/** The shapes of answers, and what of a document is in no fact. Each takes a run of the differ, so they are few. */
export const documentCases: readonly Case[] = [
  {
    name: "properties of an answer come and go",
    change: ({ schema }) => {
      const series = schema("SeriesListRep");
      delete properties(series)["metadata"];
      series["required"] = ["_links", "series", "totals"];
      Object.assign(properties(series), { totals: { type: "integer" }, note: { type: "string" } });
    },
    words: [
      "major property-removed `SeriesListRep.metadata` is gone.",
      "minor property-added `SeriesListRep.note` is new.",
      "minor property-added `SeriesListRep.totals` is new.",
    ],
  },
  {
    name: "properties of an answer are sometimes, or always there",
    change: ({ schema }) => {
      schema("SdkListRep")["required"] = ["_links"];
      properties(schema("SdkVersionRep"))["note"] = { type: "string" };
    },
    words: [
      "major property-made-optional `SdkListRep.sdks` may be absent now.",
      "minor property-added `SdkVersionRep.note` is new.",
    ],
  },
  {
    name: "all properties of an answer go",
    change: ({ schema }) => {
      delete schema("SdkVersionRep")["properties"];
      delete schema("SdkVersionRep")["required"];
    },
    words: [
      "major property-removed `SdkVersionRep.sdk` is gone.",
      "major property-removed `SdkVersionRep.version` is gone.",
    ],
  },
  {
    name: "the types in an answer change",
    change: ({ schema }) => {
      Object.assign(properties(schema("SdkVersionRep"))["sdk"] ?? {}, { type: "integer" });
      Object.assign(properties(schema("NotFoundErrorRep"))["code"] ?? {}, { maxLength: 20 });
    },
    words: [
      "major type-changed `type` of `SdkVersionRep.sdk` is `integer` now; it was `string`.",
      "patch differ-patch `maxLength` of `NotFoundErrorRep.code` is `20` now; it was nothing.",
    ],
  },
  {
    name: "what is in an answer may be null, or never is",
    given: ({ schema }) => {
      Object.assign(properties(schema("SdkVersionRep"))["sdk"] ?? {}, { nullable: true });
    },
    change: ({ schema, document }) => {
      Object.assign(properties(schema("SdkVersionRep")), { sdk: { type: "string" } });
      Object.assign(properties(schema("SdkVersionRep"))["version"] ?? {}, { nullable: true });
      // Behind a wrapper, and behind a reference that is new.
      const reference = { $ref: "#/components/schemas/SdkVersionRep" };
      const versions = Object(properties(schema("SdkVersionListRep"))["sdkVersions"]);
      Object.assign(versions, { items: { allOf: [reference], nullable: true } });
      document.components.schemas["Code"] = Object({ type: "string", nullable: true });
      Object.assign(properties(schema("NotFoundErrorRep")), { code: { $ref: "#/components/schemas/Code" } });
    },
    words: [
      "major made-nullable `NotFoundErrorRep.code` may be `null` now.",
      "major made-nullable `SdkVersionListRep.sdkVersions[]` may be `null` now.",
      "major made-nullable `SdkVersionRep.version` may be `null` now.",
      "minor schema-added The type `Code` is new.",
      "minor made-never-null `SdkVersionRep.sdk` is never `null` now.",
      "patch reference-changed `NotFoundErrorRep.code.$ref` is `#/components/schemas/Code` now; it was nothing.",
    ],
  },
  {
    name: "the texts of an answer are listed",
    change: ({ schema }) =>
      Object.assign(Object(properties(schema("SdkListRep"))["sdks"])["items"], { enum: ["Go", "Java"] }),
    words: ["minor response-values-listed `SdkListRep.sdks[]` is only one of `Go` and `Java` now."],
  },
  {
    name: "the listed texts of an answer grow and shrink",
    given: ({ schema }) => setCodes(schema, { enum: ["beta", "forbidden"] }),
    change: ({ schema }) => setCodes(schema, { enum: ["forbidden", "gone"] }),
    words: [
      "minor response-values-added `ForbiddenErrorRep.code` may be `gone` as well.",
      "minor response-values-removed `ForbiddenErrorRep.code` is no longer `beta`.",
    ],
  },
  {
    name: "the texts of an answer are no longer listed, and its properties always there",
    given: ({ schema }) => {
      setCodes(schema, { enum: ["forbidden"] });
      schema("SdkListRep")["required"] = ["_links"];
    },
    change: ({ schema }) => {
      Object.assign(schema("ForbiddenErrorRep")["properties"] ?? {}, { code: { type: "string" } });
      schema("SdkListRep")["required"] = ["_links", "sdks"];
    },
    words: [
      "major response-values-unlisted `ForbiddenErrorRep.code` may be any text now.",
      "minor property-made-required `SdkListRep.sdks` is always there now.",
    ],
  },
  {
    name: "a type is added, and a reference leads to it",
    change: ({ document, schema }) => {
      document.components.schemas["SdkRep"] = { type: "string" };
      Object.assign(Object(properties(schema("SdkListRep"))["sdks"]), {
        items: { $ref: "#/components/schemas/SdkRep" },
      });
    },
    words: [
      "minor schema-added The type `SdkRep` is new.",
      "patch reference-changed `SdkListRep.sdks[].$ref` is `#/components/schemas/SdkRep` now; it was nothing.",
    ],
  },
  {
    name: "a type is removed",
    change: ({ document, operation }) => {
      for (const path of Object.values(document.paths)) {
        const { responses } = path["get"] ?? operation("getMauUsage");
        const unavailable = responses["503"];
        if (unavailable !== undefined) unavailable.content = responses["400"]?.content ?? {};
      }
      delete document.components.schemas["StatusServiceUnavailable"];
    },
    words: [
      "major schema-removed The type `StatusServiceUnavailable` is gone.",
      expect.stringMatching(
        /^patch reference-changed getContextsClientsideUsage .* `responses\.503\.content\.application\/json\.schema\.\$ref` is `#\/components\/schemas\/InvalidRequestErrorRep` now; it was `#\/components\/schemas\/StatusServiceUnavailable`\.$/,
      ),
    ],
  },
  {
    name: "a type is renamed",
    change: ({ document, facts, operation }) => {
      const { SdkListRep: renamed = {}, ...others } = document.components.schemas;
      document.components.schemas = { ...others, SdkNamesRep: renamed };
      Object.assign(operation("getMauSdksByType").responses["200"] ?? {}, {
        content: { "application/json": { schema: { $ref: "#/components/schemas/SdkNamesRep" } } },
      });
      Object.assign(facts("getMauSdksByType")["response"] ?? {}, { schema: "SdkNamesRep" });
    },
    words: [
      "major schema-renamed The type `SdkListRep` is called `SdkNamesRep` now.",
      "patch response-type-renamed getMauSdksByType The type of the response is `SdkNamesRep` now; it was `SdkListRep`.",
    ],
  },
  {
    name: "a wrapper around a single schema is nothing",
    change: ({ document, schema }) => {
      document.components.schemas["SdkListRep"] = { allOf: [schema("SdkListRep")] } as Loose;
      Object.assign(properties(schema("SdkVersionRep")), { sdk: { anyOf: [{ type: "string" }] } });
      schema("SeriesListRep")["required"] = ["series", "metadata", "_links"];
    },
    words: [],
  },
  {
    name: "how a parameter is written changes",
    change: ({ parameter }) => {
      Object.assign(parameter("getMAUTotalUsage", "from")["schema"] ?? {}, { format: "date" });
      Object.assign(parameter("getMAUTotalUsage", "sdkName"), { explode: false });
    },
    words: [
      "major differ-major getMAUTotalUsage `explode` of `parameters.sdkName` is `false` now; it was nothing.",
      "major differ-major getMAUTotalUsage `format` of `parameters.from.schema` is `date` now; it was nothing.",
    ],
  },
  {
    name: "parameters are sent as another type, and those that look alike are not mistaken for each other",
    change: ({ parameter }) => {
      for (const name of ["from", "to", "tz"]) {
        Object.assign(parameter("getEvaluationsUsage", name), { schema: { type: "integer" }, "x-order": 1 });
      }
    },
    words: [
      "major parameter-type-changed getEvaluationsUsage `type` of `parameters.tz.schema` is `integer` now; it was `string`.",
      "major time-type-changed getEvaluationsUsage `type` of `parameters.from.schema` is `integer` now; it was `string`.",
      "major time-type-changed getEvaluationsUsage `type` of `parameters.to.schema` is `integer` now; it was `string`.",
      ...["from", "to", "tz"].map(
        (name) =>
          `patch differ-patch getEvaluationsUsage \`x-order\` of \`parameters.${name}\` is \`1\` now; it was nothing.`,
      ),
    ],
  },
  {
    name: "an answer has another header",
    change: ({ operation }) =>
      Object.assign(operation("getMauUsage").responses["400"] ?? {}, {
        headers: { "X-Hint": { schema: { type: "string" } } },
      }),
    words: ["minor differ-minor getMauUsage `responses.400.headers` is new."],
  },
  {
    name: "upstream labels and files things otherwise",
    change: ({ document, operation }) => {
      Object.assign(document, { tags: [{ name: "Usage" }] });
      Object.assign(Object(document)["info"], { version: "3.0" });
      Object.assign(operation("getMauUsage"), { tags: ["Usage"] });
    },
    words: [
      'patch differ-patch getMauUsage `tags` of the operation is `["Usage"]` now; it was `["Account usage (beta)"]`.',
      "patch bookkeeping `info.version` is `3.0` now; it was `2.0`.",
      "patch bookkeeping `tags.0.name` is `Usage` now; it was `Account usage (beta)`.",
    ],
  },
  {
    name: "what no rule knows is told all the same",
    change: ({ document, parameter }) => {
      Object.assign(document, { security: [] });
      Object.assign(parameter("getMauUsage", "sdk")["x-ldusage"] ?? {}, { colour: "red" });
    },
    words: [
      "major unknown `security.0.ApiKey` is nothing now; it was `[]`.",
      "patch differ-patch getMauUsage `colour` of `parameters.sdk.x-ldusage` is `red` now; it was nothing.",
    ],
  },
];
