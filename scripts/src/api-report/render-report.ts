import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Extractor, ExtractorConfig, ExtractorLogLevel } from "@microsoft/api-extractor";
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
 * Renders the public surface of an entry point as a listing to read and to compare.
 *
 * @throws Error when the declarations are not built.
 */
export async function renderReport(packageFolder: string, entry: EntryPoint): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), "ldusage-api-"));
  try {
    extract(packageFolder, entry, folder);
    return await readFile(join(folder, `${entry.name}.api.md`), "utf8");
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

function extract(packageFolder: string, { name, declarations }: EntryPoint, folder: string): void {
  const file = join(packageFolder, declarations);
  const config = ExtractorConfig.prepare({
    configObject: {
      projectFolder: packageFolder,
      mainEntryPointFilePath: file,
      compiler: { overrideTsconfig: { compilerOptions, files: [file] } },
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
  Extractor.invoke(config, {
    localBuild: true,
    messageCallback: (message) => {
      message.handled = true;
    },
  });
}
