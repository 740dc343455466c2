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
  "bench",
];

// Nothing may depend on where it runs: what deals with time is tested in zones with odd offsets and skipped days, too.
const zones = ["Pacific/Apia", "America/Sao_Paulo", "Asia/Kolkata"];
// Too long to repeat, and indifferent to zones.
const anywhere = ["src/bytes/**", "src/series/hostile-responses.test.ts"];
const zoned = [
  { root: "packages/helpers", include: "src/**/*.test.ts" },
  { root: "tests", include: "src/law/*.test.ts" },
];

interface ProjectOptions {
  readonly name: string;
  readonly root: string;
  readonly include: string;
  readonly zone?: string;
}

const project = ({ name, root, include, zone = "UTC" }: ProjectOptions) => ({
  root,
  resolve: { conditions },
  ssr: { resolve: { conditions } },
  test: {
    name,
    include: [include],
    exclude: zone === "UTC" ? [] : anywhere,
    env: { TZ: zone },
    testTimeout: 60_000,
    unstubGlobals: true,
  },
});

export default defineConfig({
  test: {
    // Several tests wait for programs that they start, so that every core may have a worker.
    maxWorkers: availableParallelism(),
    projects: [
      ...members.map((root) => project({ name: root, root, include: "src/**/*.test.ts" })),
      ...zones.flatMap((zone) =>
        zoned.map(({ root, include }) => project({ name: `${root} in ${zone}`, root, include, zone })),
      ),
    ],
  },
});
