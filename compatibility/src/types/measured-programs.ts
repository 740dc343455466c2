/** Programs whose check is measured. Each makes one typed call; `empty` makes none. */
export const measuredPrograms = {
  empty: "export {};\n",
  method: `import { createUsageClient } from "@ldusage/client";
const usage = createUsageClient({ accessToken: "t" });
const list = await usage.getMAUTotalUsage({ from: "2026-01-01", groupBy: ["sdkName"] });
export const points: number = list.series.length;
`,
  request: `import { createUsageClient } from "@ldusage/client";
const usage = createUsageClient({ accessToken: "t" });
const result = await usage.request("getMAUTotalUsage", { from: "2026-01-01", groupBy: ["sdkName"] });
export const points: number | string = result.ok ? result.data.series.length : result.error.name;
`,
  official: `import { AccountUsageBetaApi, Configuration } from "launchdarkly-api-typescript";
const api = new AccountUsageBetaApi(new Configuration({ apiKey: "t" }));
const response = await api.getMauUsage("2026-01-01");
export const points: number = response.data.series.length;
`,
} as const;

export type MeasuredProgram = keyof typeof measuredPrograms;

/** The configuration of a project that holds one program, as the reference figures were measured. */
export function measuredConfig(name: string): string {
  return JSON.stringify({
    compilerOptions: {
      target: "ES2022",
      lib: ["ES2022", "DOM"],
      module: "nodenext",
      moduleResolution: "nodenext",
      strict: true,
      skipLibCheck: true,
      types: [],
      noEmit: true,
    },
    files: [`${name}.ts`],
  });
}

/** All files of the projects of some programs, by path. */
export function measuredFiles(
  programs: Readonly<Record<string, string>> = measuredPrograms,
): Readonly<Record<string, string>> {
  return Object.fromEntries(
    Object.entries(programs).flatMap(([name, program]) => [
      [`${name}.ts`, program],
      [`tsconfig.${name}.json`, measuredConfig(name)],
    ]),
  );
}
