/** Programs that make one call, for a bundler. */
export const bundledPrograms = {
  core: `import { createUsageCore, getMAUTotalUsage } from "@ldusage/client/core";
const usage = createUsageCore({ accessToken: "t", operations: { getMAUTotalUsage } });
usage.getMAUTotalUsage({ from: "2026-01-01" }).then((list) => globalThis.show(list));
`,
  client: `import { createUsageClient } from "@ldusage/client";
const usage = createUsageClient({ accessToken: "t" });
usage.getMAUTotalUsage({ from: "2026-01-01" }).then((list) => globalThis.show(list));
`,
  official: `import { AccountUsageBetaApi, Configuration } from "launchdarkly-api-typescript";
const api = new AccountUsageBetaApi(new Configuration({ apiKey: "t" }));
api.getMauUsage("2026-01-01").then((response) => globalThis.show(response.data));
`,
} as const;

export type BundledProgram = keyof typeof bundledPrograms;
