import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { CompilerState, Extractor, ExtractorConfig, ExtractorLogLevel } from "@microsoft/api-extractor";
import type { EntryPoint } from "./entry-points.ts";

const silent = { default: { logLevel: ExtractorLogLevel.None, addToApiReportFile: false } };
// Libraries are checked with the compilers of users, in compatibility/.
const compilerOptions = {
  target: "ES2022",
  module: "NodeNext",
  moduleResolution: "NodeNext",
  lib: ["ES2023", "DOM", "DOM.Iterable", "DOM.AsyncIterable"],
  types: ["node"],
  strict: true,
  skipLibCheck: true,
};

/**
 * Renders the public surface of each entry point as a listing to read and to compare.
 *
 * @returns the listings by the names of their files.
 * @throws Error when declarations are not built.
 */
export async function renderReports(
  packageFolder: string,
  entries: readonly EntryPoint[],
): Promise<ReadonlyMap<string, string>> {
  const folder = await mkdtemp(join(tmpdir(), "ldusage-api-"));
  try {
    const files = entries.map(({ declarations }) => join(packageFolder, declarations));
    const configs = entries.map((entry) => configOf(packageFolder, entry, files, folder));
    const [first] = configs;
    // What takes long is compiling, which is the same for all.
    const compilerState = first && CompilerState.create(first, { additionalEntryPoints: files });
    const reports = new Map<string, string>();
    for (const config of configs) {
      Extractor.invoke(config, {
        ...(compilerState && { compilerState }),
        localBuild: true,
        messageCallback: (message) => {
          message.handled = true;
        },
      });
      reports.set(config.reportConfigs[0]?.fileName ?? "", await readFile(config.reportFilePath, "utf8"));
    }
    return reports;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

function configOf(
  packageFolder: string,
  { name, declarations }: EntryPoint,
  files: readonly string[],
  folder: string,
): ExtractorConfig {
  return ExtractorConfig.prepare({
    configObject: {
      projectFolder: packageFolder,
      mainEntryPointFilePath: join(packageFolder, declarations),
      compiler: { overrideTsconfig: { compilerOptions, files } },
      newlineKind: "lf",
      apiReport: {
        enabled: true,
        reportFolder: folder,
        reportTempFolder: join(folder, "temporary"),
        reportFileName: name,
        includeForgottenExports: true,
      },
      docModel: { enabled: false },
      dtsRollup: { enabled: false },
      tsdocMetadata: { enabled: false },
      // Documentation is the concern of other checks: all that is wanted here is the listing.
      messages: { extractorMessageReporting: silent, tsdocMessageReporting: silent },
    },
    configObjectFullPath: undefined,
    packageJsonFullPath: join(packageFolder, "package.json"),
  });
}
