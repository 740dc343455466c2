import { redoclyDiffer } from "./compare/document/redocly-differ.ts";
import { repositoryRoot } from "./repository-root.ts";
import { runCommand } from "./sync-command/run-command.ts";

process.exitCode = await runCommand(repositoryRoot, process.argv.slice(2), {
  fetch,
  makeDiffer: redoclyDiffer,
  print: (text) => process.stdout.write(text),
  printError: (text) => process.stderr.write(text),
});
