import type { AttributeValue } from "./usage-event.ts";

/** Where usage happens. */
export interface Place {
  readonly project: string;
  readonly environment: string;
}

export interface Sdk {
  readonly name: string;
  readonly side: "client" | "server";
  readonly category: "browser" | "mobile" | "backend";
  readonly app: string;
}

interface Flag {
  readonly key: string;
  readonly variations: readonly AttributeValue[];
}

export const places: readonly Place[] = [
  { project: "web-shop", environment: "production" },
  { project: "web-shop", environment: "staging" },
  { project: "mobile-app", environment: "production" },
  { project: "mobile-app", environment: "beta-test" },
  { project: "back-office", environment: "production" },
];

export const sdks: readonly Sdk[] = [
  { name: "JSClient", side: "client", category: "browser", app: "shop" },
  { name: "React", side: "client", category: "browser", app: "Unknown" },
  { name: "Android", side: "client", category: "mobile", app: "shop-android" },
  { name: "iOS", side: "client", category: "mobile", app: "shop-ios" },
  { name: "Node.js", side: "server", category: "backend", app: "gateway" },
  { name: "Java", side: "server", category: "backend", app: "Unknown" },
  { name: "Go", side: "server", category: "backend", app: "search" },
];

/** The first kind is the account's primary one. The last one is that of servers that are always on. */
export const contextKinds: readonly string[] = ["user", "organization", "device", "service"];

export const connectionTypes: readonly string[] = ["streaming", "polling"];
export const relayVersions: readonly string[] = ["Unknown", "8.9.0", "8.10.2"];
export const eventTypes: readonly string[] = ["received", "published"];
export const eventKinds: readonly string[] = ["feature", "identify", "click", "custom", "summary", "index"];
export const eventKeys: readonly string[] = ["checkout-completed", "search-used", "signup"];
/** A third of what happens belongs to no experiment. */
export const experiments: readonly (string | undefined)[] = ["checkout-test", "search-test", undefined];

export const flags: readonly Flag[] = [
  { key: "new-checkout", variations: [true, false] },
  { key: "banner-color", variations: ["blue", "green", "red"] },
  { key: "page-size", variations: [20, 50] },
];

/** Days between two releases of an SDK, and the days that it takes until everyone has one. */
export const releaseEveryDays = 45;
export const uptakeDays = 30;
