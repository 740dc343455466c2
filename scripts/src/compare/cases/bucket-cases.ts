import type { Case } from "./case.ts";
import type { ChangedDocument, Loose } from "./changed-document.ts";

const total = "getMAUTotalUsage";
const keys = "getExperimentationKeysUsage";

function aggregation({ facts }: ChangedDocument, operationId: string, value: string): Loose {
  const list = facts(operationId)["aggregations"];
  return Array.isArray(list) ? list.find((each) => each.value === value) : {};
}

function setValues(
  { parameter }: ChangedDocument,
  operationId: string,
  name: string,
  values: string[],
): void {
  Object.assign(parameter(operationId, name)["schema"] ?? {}, { enum: values });
}

/** Buckets: how wide they are, what they cover, and which goes with which. */
export const bucketCases: readonly Case[] = [
  {
    name: "an aggregation is added",
    change: (changed) => {
      setValues(changed, total, "aggregationType", [
        "month_to_date",
        "incremental",
        "rolling_30d",
        "rolling_7d",
      ]);
      Object(changed.facts(total)["aggregations"]).push({
        value: "rolling_7d",
        kind: "rolling",
        windowDays: 7,
        granularities: ["daily"],
        isDefault: false,
      });
    },
    words: [
      "minor aggregation-added getMAUTotalUsage The aggregation `rolling_7d` is new; it comes in `daily`.",
    ],
  },
  {
    name: "an aggregation is removed",
    change: (changed) => {
      setValues(changed, total, "aggregationType", ["month_to_date", "incremental"]);
      Object(changed.facts(total)["aggregations"]).pop();
    },
    words: ["major aggregation-removed getMAUTotalUsage The aggregation `rolling_30d` is gone."],
  },
  {
    name: "an aggregation covers something else",
    change: (changed) => Object.assign(aggregation(changed, total, "rolling_30d"), { windowDays: 28 }),
    words: [
      "major aggregation-changed getMAUTotalUsage The points of the aggregation `rolling_30d` cover the 28 days up to then now; it was the 30 days up to then.",
    ],
  },
  {
    name: "what fixed points cover changes",
    change: ({ facts }) =>
      Object.assign(facts("getMauUsageByCategory"), { fixedAggregation: { kind: "month-to-date" } }),
    words: [
      "major aggregation-changed getMauUsageByCategory The points cover the month up to then now; it was the 30 days up to then.",
    ],
  },
  {
    name: "what fixed points cover is learned",
    change: ({ facts }) =>
      Object.assign(facts("getStreamUsage"), { fixedAggregation: { kind: "incremental" } }),
    words: [
      "minor aggregation-learned getStreamUsage The points cover their own bucket now; it was what is not stated.",
    ],
  },
  {
    name: "a pair is removed",
    change: (changed) =>
      Object.assign(aggregation(changed, keys, "incremental"), { granularities: ["daily"] }),
    words: [
      "major pair-removed getExperimentationKeysUsage The aggregation `incremental` no longer comes in `hourly`.",
    ],
  },
  {
    name: "a pair is added",
    change: (changed) =>
      Object.assign(aggregation(changed, total, "incremental"), { granularities: ["daily", "monthly"] }),
    words: ["minor pair-added getMAUTotalUsage The aggregation `incremental` comes in `monthly` as well."],
  },
  {
    name: "a granularity is added to one aggregation: told as a pair",
    change: (changed) => {
      setValues(changed, total, "granularity", ["daily", "monthly", "weekly"]);
      Object.assign(changed.facts(total)["granularity"] ?? {}, { values: ["daily", "monthly", "weekly"] });
      Object(aggregation(changed, total, "incremental")["granularities"]).push("weekly");
    },
    words: ["minor pair-added getMAUTotalUsage The aggregation `incremental` comes in `weekly` as well."],
  },
  {
    name: "a granularity is added that no aggregation comes in",
    change: (changed) => {
      setValues(changed, total, "granularity", ["daily", "monthly", "weekly"]);
      Object.assign(changed.facts(total)["granularity"] ?? {}, { values: ["daily", "monthly", "weekly"] });
    },
    words: ["minor granularity-added getMAUTotalUsage The granularity `weekly` is new."],
  },
  {
    name: "a granularity is removed with its pair",
    change: (changed) => {
      setValues(changed, total, "granularity", ["daily"]);
      Object.assign(changed.facts(total)["granularity"] ?? {}, { values: ["daily"] });
      Object.assign(aggregation(changed, total, "month_to_date"), { granularities: ["daily"] });
    },
    words: [
      "major pair-removed getMAUTotalUsage The aggregation `month_to_date` no longer comes in `monthly`.",
    ],
  },
  {
    name: "a granularity is removed that no aggregation came in",
    given: (changed) =>
      Object.assign(aggregation(changed, total, "month_to_date"), { granularities: ["daily"] }),
    change: (changed) => {
      setValues(changed, total, "granularity", ["daily"]);
      Object.assign(changed.facts(total)["granularity"] ?? {}, { values: ["daily"] });
    },
    words: ["major granularity-removed getMAUTotalUsage The granularity `monthly` is gone."],
  },
  {
    name: "the default aggregation changes",
    change: (changed) => {
      Object.assign(changed.parameter(total, "aggregationType")["schema"] ?? {}, { default: "incremental" });
      Object.assign(aggregation(changed, total, "month_to_date"), { isDefault: false });
      Object.assign(aggregation(changed, total, "incremental"), { isDefault: true });
    },
    words: [
      "major default-changed getMAUTotalUsage Without an aggregation, `incremental` is used now; it was `month_to_date`.",
    ],
  },
  {
    name: "the default granularity changes",
    change: (changed) => {
      Object.assign(changed.parameter(total, "granularity")["schema"] ?? {}, { default: "monthly" });
      Object.assign(changed.facts(total)["granularity"] ?? {}, { default: "monthly" });
    },
    words: [
      "major default-changed getMAUTotalUsage Without a granularity, `monthly` is used now; it was `daily`.",
    ],
  },
  {
    name: "the steps of granularity by age change",
    change: ({ facts }) =>
      Object.assign(facts("getStreamUsage")["granularity"] ?? {}, {
        steps: [
          { granularity: "minutely", withinMs: 5_400_000 },
          { granularity: "daily", withinMs: null },
        ],
      }),
    words: [
      "major granularity-rule-changed getStreamUsage The granularity is decided by age (`minutely` within the past 90 minutes, otherwise `daily`) now; it was decided by age (`minutely` within the past 2 hours, `hourly` within the past 48 hours, otherwise `daily`).",
    ],
  },
  {
    name: "the granularity is decided in another way",
    change: ({ facts }) =>
      Object.assign(facts("getStreamUsage"), {
        granularity: { mode: "fixed", value: "daily", source: "documented" },
      }),
    words: [
      "major granularity-rule-changed getStreamUsage The granularity is always `daily` now; it was decided by age (`minutely` within the past 2 hours, `hourly` within the past 48 hours, otherwise `daily`).",
    ],
  },
  {
    name: "a fixed granularity is documented as it was assumed",
    change: ({ facts }) =>
      Object.assign(facts("getMauUsageByCategory")["granularity"] ?? {}, { source: "documented" }),
    words: [
      "patch documented getMauUsageByCategory Upstream states the granularity now: `daily`, as was assumed.",
    ],
  },
];
