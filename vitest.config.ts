import { availableParallelism } from "node:os";
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
  "compatibility",
];

export default defineConfig({
  test: {
    // Several tests wait for programs that they start, so that every core may have a worker.
    maxWorkers: availableParallelism(),
    projects: members.map((root) => ({
      root,
      resolve: { conditions },
      ssr: { resolve: { conditions } },
      test: { name: root, include: ["src/**/*.test.ts"], testTimeout: 60_000, unstubGlobals: true },
    })),
  },
});
