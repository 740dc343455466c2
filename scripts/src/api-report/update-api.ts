// Writes the reports of the public surface of the built package in the current directory.
import { mkdir, rm, writeFile } from "node:fs/promises";
import { basename, dirname } from "node:path";
import { compareReports } from "./compare-reports.ts";

for (const { file, wanted } of await compareReports(process.cwd())) {
  if (wanted === undefined) {
    await rm(file);
  } else {
    await mkdir(dirname(file), { recursive: true });
    await writeFile(file, wanted);
  }
  const done = wanted === undefined ? "deleted" : "wrote";
  process.stdout.write(`${done} packages/${basename(process.cwd())}/${file}\n`);
}
