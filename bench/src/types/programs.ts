import { measuredPrograms } from "@ldusage/compatibility/types/measured-programs.ts";

/** Programs whose check is measured, by what they make their one typed call with; `empty` makes none. */
export const typedPrograms: Readonly<Record<string, string>> = {
  empty: measuredPrograms.empty,
  "by-hand": `import { getTotalUsage } from "./usage.js";
const list = await getTotalUsage({ from: "2026-01-01", groupBy: ["sdkName"] });
export const points: number = list.series.length;
`,
  "openapi-fetch": `import type { paths } from "@ldusage/types";
import createClient from "openapi-fetch";
const { GET } = createClient<paths>({ headers: { Authorization: "t", "LD-API-Version": "beta" } });
const query = { from: "1767225600000", groupBy: ["sdkName" as const] };
const { data } = await GET("/api/v2/usage/total-mau", { params: { query } });
export const points: number | undefined = data?.series?.length;
`,
  "ours-method": measuredPrograms.method,
  "ours-request": measuredPrograms.request,
  official: measuredPrograms.official,
};

/** What the program by hand imports: the exact types of the one call. */
export const handDeclarations = `export interface UsageQuery { from?: string; to?: string; groupBy?: ("sdkName" | "sdkType")[] }
export interface UsagePoint { time: number; [index: string]: number | null }
export interface UsageList { metadata: Record<string, string>[]; series: UsagePoint[] }
export declare function getTotalUsage(query: UsageQuery): Promise<UsageList>;
`;
