import type { Case } from "./case.ts";

/** The service as a whole, and what operations answer with. */
export const serviceCases: readonly Case[] = [
  {
    name: "a server changes",
    change: ({ document }) => Object.assign(document.servers?.[1] ?? {}, { url: "https://eu.example.com" }),
    words: [
      "major server-changed The server of the region `eu` is `https://eu.example.com` now; it was `https://app.eu.launchdarkly.com`.",
    ],
  },
  {
    name: "the token moves to another header",
    change: ({ document }) =>
      Object.assign(document.components.securitySchemes?.["ApiKey"] ?? {}, { name: "X-Token" }),
    words: [
      "major authentication-changed The access token is sent in `X-Token` now; it was in `Authorization`.",
    ],
  },
  {
    name: "the version header changes",
    change: ({ document }) =>
      Object.assign(document["x-ldusage"] ?? {}, { versionHeader: "LD-Version", versionValue: "20270101" }),
    words: [
      "major version-header-changed The version is asked for in `LD-Version` now; it was in `LD-API-Version`.",
      "major version-header-changed The version that is asked for is `20270101` now; it was `beta`.",
    ],
  },
  {
    name: "the length of a billing month changes",
    change: ({ document }) =>
      Object.assign(document["x-ldusage"] ?? {}, { minutesPerServiceConnection: 44_640 }),
    words: ["major minutes-changed A service connection is 44640 minutes now; it was 43800."],
  },
  {
    name: "numbers may have fractions",
    change: ({ facts }) => Object.assign(facts("getEventsUsage")["response"] ?? {}, { values: "number" }),
    words: ["major response-changed getEventsUsage The numbers may have fractions now; they were whole."],
  },
  {
    name: "numbers are whole",
    change: ({ facts }) =>
      Object.assign(facts("getServiceConnectionsUsage")["response"] ?? {}, { values: "integer" }),
    words: [
      "minor response-looser getServiceConnectionsUsage The numbers are whole now; they might have fractions.",
    ],
  },
  {
    name: "a list takes the place of a series",
    change: ({ facts }) =>
      Object.assign(facts("getEventsUsage"), {
        response: { kind: "list", schema: "SdkListRep", property: "sdks", items: "sdk-name" },
      }),
    words: ["major response-changed getEventsUsage The response holds a list now; it was a series."],
  },
  {
    name: "a list is elsewhere and of something else",
    change: ({ facts }) =>
      Object.assign(facts("getMauSdksByType")["response"] ?? {}, { property: "items", items: "sdk-app-id" }),
    words: [
      "major dimension-changed getMauSdksByType The listed texts are of the dimension `sdk-app-id` now; it was `sdk-name`.",
      "major response-changed getMauSdksByType The list is in `items` now; it was in `sdks`.",
    ],
  },
  {
    name: "the fields of listed items change",
    change: ({ facts }) =>
      Object.assign(facts("getStreamUsageSdkversion")["response"] ?? {}, {
        items: [
          { name: "sdk", dimension: "sdk-type" },
          { name: "browser", dimension: "browser" },
        ],
      }),
    words: [
      "major dimension-changed getStreamUsageSdkversion The field `sdk` of the listed items is of the dimension `sdk-type` now; it was `sdk-name`.",
      "major response-changed getStreamUsageSdkversion The listed items no longer have a field `version`.",
      "minor response-looser getStreamUsageSdkversion The listed items have a field `browser` as well.",
    ],
  },
];
