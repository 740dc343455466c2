#!/usr/bin/env node
import { readFileSync } from "node:fs";
import { runCommand } from "./command/run-command.ts";

const { version }: { version: string } = JSON.parse(
  readFileSync(new URL("../package.json", import.meta.url), "utf8"),
);
const result = await runCommand(process.argv.slice(2), {
  version,
  writeOut: (text) => process.stdout.write(text),
  writeError: (text) => process.stderr.write(text),
});
// Whoever reads the first lines may leave then; the server stays.
process.stdout.on("error", () => {});
if ("exitCode" in result) process.exitCode = result.exitCode;
else {
  for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => void result.server.close());
}
