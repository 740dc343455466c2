import { brotliCompressSync, constants } from "node:zlib";
import { bundleBudgets } from "@ldusage/compatibility/bundle/budgets.ts";
import { bundleProgram } from "@ldusage/compatibility/bundle/bundle-program.ts";
import { createConsumer } from "@ldusage/compatibility/consumer/create-consumer.ts";
import { describeExcess, formatRatio } from "../report/format-figures.ts";
import type { Budget, Goal, MeasureOptions, Section, Subject } from "../report/section.ts";
import { oneCallPrograms } from "./programs.ts";

/** What a web page loads for one call. */
export const bundleSubject: Subject = { name: "bundle", measure: measureBundles };

interface BundleSize {
  readonly minifiedBytes: number;
  readonly gzipBytes: number;
  readonly brotliBytes: number;
  readonly moduleCount: number;
}

const shareGoal = 1 / 9;

async function measureBundles({ log }: MeasureOptions): Promise<Section> {
  log("bundle");
  const sizes = await bundleAll();
  const official = gzipBytesOf(sizes, "official");
  const rows = [...sizes].map(([name, { minifiedBytes, gzipBytes, brotliBytes, moduleCount }]) => [
    name,
    formatRatio(gzipBytes / official),
    ...[minifiedBytes, gzipBytes, brotliBytes, moduleCount].map(String),
  ]);
  return {
    title: "bundle of a program of one call",
    about,
    tables: [
      { columns: ["with", "gzip: it / official", "minified B", "gzip B", "brotli B", "modules"], rows },
    ],
    goals: [judge(sizes, "ours: core"), judge(sizes, "ours: client", wholeClientReason)],
    budgets: bundleBudgets.map(
      ({ entry, gzipBytes }): Budget => ({
        name: `one call with the ${entry} entry, gzip bytes`,
        limit: gzipBytes,
        measured: gzipBytesOf(sizes, `ours: ${entry}`),
      }),
    ),
  };
}

const about =
  "Bundled by esbuild for browsers (ES modules, minified, ES2022) from the packed packages, then compressed by gzip at level 9 and brotli at 11. `ours: core` is `@ldusage/client/core`, which is made for this: one operation, typed errors and time inputs, no retries. `ours: client` is the whole client, in which every operation can be called, with all its checks. The figures are the same on every machine.";

const wholeClientReason =
  "the whole client knows every operation and checks all parameters and responses; a page whose size counts takes the core";

async function bundleAll(): Promise<ReadonlyMap<string, BundleSize>> {
  const consumer = await createConsumer({ official: true });
  try {
    const sizes = new Map<string, BundleSize>();
    for (const [name, program] of Object.entries(oneCallPrograms)) {
      await consumer.write({ "program.js": program });
      const { code, minifiedBytes, gzipBytes, modules } = await bundleProgram(consumer.folder, "program.js");
      const params = { [constants.BROTLI_PARAM_QUALITY]: 11 };
      const brotliBytes = brotliCompressSync(code, { params }).length;
      sizes.set(name, { minifiedBytes, gzipBytes, brotliBytes, moduleCount: modules.length + 1 });
    }
    return sizes;
  } finally {
    await consumer.remove();
  }
}

function gzipBytesOf(sizes: ReadonlyMap<string, BundleSize>, name: string): number {
  return sizes.get(name)?.gzipBytes ?? Number.NaN;
}

function judge(sizes: ReadonlyMap<string, BundleSize>, name: string, whenMissed?: string): Goal {
  const ratio = gzipBytesOf(sizes, name) / gzipBytesOf(sizes, "official");
  const reason = [describeExcess(ratio, shareGoal), whenMissed].filter(Boolean).join("; ");
  const isMet = ratio <= shareGoal;
  return {
    name: `one-call bundle, gzip: ${name} / official client`,
    goal: `at most ${formatRatio(shareGoal)}`,
    measured: formatRatio(ratio),
    isMet,
    ...(isMet ? {} : { reason }),
  };
}
