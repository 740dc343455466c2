import type { Case } from "./case.ts";

const total = "getMAUTotalUsage";

/** The range of an operation: its unit, its default start and its limits. */
export const rangeCases: readonly Case[] = [
  {
    name: "a documented unit changes",
    change: ({ facts }) => Object.assign(facts(total), { timeUnit: "s" }),
    words: [
      "major unit-changed getMAUTotalUsage The range is sent in seconds now, as upstream states; it was milliseconds.",
    ],
  },
  {
    name: "a unit is documented against the assumption",
    change: ({ facts }) =>
      Object.assign(facts("getMauUsage"), { timeUnit: "s", timeUnitSource: "documented" }),
    words: [
      "major unit-changed getMauUsage The range is sent in seconds now, as upstream states; it was milliseconds, which was assumed.",
    ],
  },
  {
    name: "a unit is documented as it was assumed",
    change: ({ facts }) => Object.assign(facts("getMauUsage"), { timeUnitSource: "documented" }),
    words: [
      "patch documented getMauUsage Upstream states the unit of the range now: milliseconds, as was assumed.",
    ],
  },
  {
    name: "a unit is no longer documented",
    change: ({ facts }) => Object.assign(facts(total), { timeUnitSource: "assumed" }),
    words: ["patch assumed getMAUTotalUsage Upstream no longer states the unit of the range, milliseconds."],
  },
  {
    name: "a limit is lowered",
    change: ({ facts }) => Object.assign(facts(total), { maxRangeDays: 90 }),
    words: [
      "major limit-lowered getMAUTotalUsage The longest range of one request is 90 days now; it was 365 days.",
    ],
  },
  {
    name: "a limit is stated",
    change: ({ facts }) => Object.assign(facts("getMauUsage"), { maxRangeDays: 90 }),
    words: [
      "major limit-lowered getMauUsage The longest range of one request is 90 days now; none was stated.",
    ],
  },
  {
    name: "a limit is raised",
    change: ({ facts }) => Object.assign(facts(total), { maxRangeDays: 730 }),
    words: [
      "minor limit-raised getMAUTotalUsage The longest range of one request is 730 days now; it was 365 days.",
    ],
  },
  {
    name: "a limit is no longer stated",
    change: ({ facts }) => Object.assign(facts(total), { maxRangeDays: null }),
    words: ["minor limit-raised getMAUTotalUsage No longest range is stated any more; it was 365 days."],
  },
  {
    name: "fewer days are looked back",
    change: ({ facts }) => Object.assign(facts("getStreamUsageSdkversion"), { lookBackDays: 30 }),
    words: ["major look-back-shortened getStreamUsageSdkversion It looks back 30 days now; it was 60 days."],
  },
  {
    name: "more days are looked back",
    change: ({ facts }) => Object.assign(facts("getStreamUsageSdkversion"), { lookBackDays: 90 }),
    words: ["minor look-back-extended getStreamUsageSdkversion It looks back 90 days now; it was 60 days."],
  },
  {
    name: "the days that are looked back are no longer stated",
    change: ({ facts }) => Object.assign(facts("getStreamUsageSdkversion"), { lookBackDays: null }),
    words: [
      "major unknown getStreamUsageSdkversion `lookBackDays` of the operation is nothing now; it was `60`.",
    ],
  },
  {
    name: "the default start changes",
    change: ({ facts }) =>
      Object.assign(facts(total), { defaultFrom: { kind: "ago", durationMs: 2_592_000_000 } }),
    words: [
      "major default-changed getMAUTotalUsage Without a start, the range begins 30 days ago now; it began at the start of the month.",
    ],
  },
  {
    name: "the default start is no longer stated",
    change: ({ facts }) => Object.assign(facts(total), { defaultFrom: null }),
    words: [
      "major default-unstated getMAUTotalUsage What happens without a start is no longer stated; it began at the start of the month.",
    ],
  },
  {
    name: "a range goes: its unit and its default go with its parameters",
    change: ({ operation, facts }) => {
      operation("getMauUsageByCategory").parameters = [];
      Object.assign(facts("getMauUsageByCategory"), {
        timeUnit: null,
        timeUnitSource: null,
        defaultFrom: null,
      });
    },
    words: [
      "major parameter-removed getMauUsageByCategory The parameter `from` is gone.",
      "major parameter-removed getMauUsageByCategory The parameter `to` is gone.",
    ],
  },
];
