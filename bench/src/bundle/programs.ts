import { bundledPrograms } from "@ldusage/compatibility/bundle/programs.ts";

/** Programs that make one call and hand over what came, by what they make it with. */
export const oneCallPrograms: Readonly<Record<string, string>> = {
  "raw fetch": `const headers = { Authorization: "t", "LD-API-Version": "beta" };
const url = "https://app.launchdarkly.com/api/v2/usage/total-mau?from=1767225600000";
fetch(url, { headers }).then((response) => response.json()).then((list) => globalThis.show(list));
`,
  "hand wrapper": `const createUsage = (token) => ({
  async getTotalUsage(parameters) {
    const url = new URL("https://app.launchdarkly.com/api/v2/usage/total-mau");
    for (const [name, value] of Object.entries(parameters)) {
      for (const one of [value].flat()) url.searchParams.append(name, one instanceof Date ? one.getTime() : one);
    }
    const response = await fetch(url, { headers: { Authorization: token, "LD-API-Version": "beta" } });
    if (!response.ok) throw new Error(response.status + " " + (await response.text()));
    return response.json();
  },
});
const usage = createUsage("t");
usage.getTotalUsage({ from: new Date("2026-01-01") }).then((list) => globalThis.show(list));
`,
  "openapi-fetch": `import createClient from "openapi-fetch";
const headers = { Authorization: "t", "LD-API-Version": "beta" };
const { GET } = createClient({ baseUrl: "https://app.launchdarkly.com", headers });
GET("/api/v2/usage/total-mau", { params: { query: { from: "1767225600000" } } }).then(({ data }) => globalThis.show(data));
`,
  "ours: core": bundledPrograms.core,
  "ours: client": bundledPrograms.client,
  official: bundledPrograms.official,
};
