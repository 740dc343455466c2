import { defineConfig } from "vitest/config";

// Packages resolve to their sources, so that tests need no build.
const conditions = ["@ldusage/source"];
const members = [
  "packages/types",
  "packages/client",
  "packages/helpers",
  "packages/simulator",
  "scripts",
  "tests",
];

export default defineConfig({
  test: {
    projects: members.map((root) => ({
      root,
      resolve: { conditions },
      ssr: { resolve: { conditions } },
      test: { name: root, include: ["src/**/*.test.ts"], testTimeout: 60_000, unstubGlobals: true },
    })),
  },
});
