/** What the server answers when nothing else is asked of it; every operation accepts it. */
export const plainData = {
  _links: {},
  metadata: [{ sdkName: "Go" }],
  series: [{ time: 1_790_000_000_000, "0": 42 }],
  sdks: ["Go"],
  sdkVersions: [{ sdk: "Go", version: "7.1.0" }],
};
