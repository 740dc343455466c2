/** Programs that do nothing but import, by name; `bare` not even that. All are run by Node.js. */
export const importPrograms = {
  bare: ["-e", "0"],
  empty: ["empty.mjs"],
  "openapi-fetch": ["openapi-fetch.mjs"],
  "ours: core": ["core.mjs"],
  "ours: client": ["client.mjs"],
  "ours: client and helpers": ["client-and-helpers.mjs"],
  official: ["official.mjs"],
} as const satisfies Record<string, readonly string[]>;

export type ImportProgram = keyof typeof importPrograms;

/** The programs, `keys` of which gives any text. */
export const importNames = Object.keys(importPrograms) as ImportProgram[];

export const importFiles: Readonly<Record<string, string>> = {
  "empty.mjs": "export {};\n",
  "openapi-fetch.mjs": 'import "openapi-fetch";\n',
  "core.mjs": 'import "@ldusage/client/core";\n',
  "client.mjs": 'import "@ldusage/client";\n',
  "client-and-helpers.mjs": 'import "@ldusage/client";\nimport "@ldusage/helpers";\n',
  "official.mjs": 'import "launchdarkly-api-typescript";\n',
};
