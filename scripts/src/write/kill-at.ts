import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { type FileSystem, nodeFileSystem } from "./file-system.ts";
import { finishInterrupted, writeFiles } from "./write-files.ts";

// A program for tests: writes the files that it is given into a folder, and is killed at one step of it. Each operation
// of the file system is two steps, before it and after it, and writing a text has a third in the middle.
// Arguments: the folder, `write` or `finish`, the number of the step, the changes as JSON.

const [root = "", task, step = "", changes = ""] = process.argv.slice(2);
let remaining = Number(step);

function reached(): void {
  if (remaining === 0) process.kill(process.pid, "SIGKILL");
  remaining -= 1;
}

function stepwise<Arguments extends unknown[], Result>(
  operation: (...args: Arguments) => Result,
): (...args: Arguments) => Result {
  return (...args) => {
    reached();
    const result = operation(...args);
    reached();
    return result;
  };
}

const files: FileSystem = {
  readText: stepwise(nodeFileSystem.readText),
  list: stepwise(nodeFileSystem.list),
  isFolder: stepwise(nodeFileSystem.isFolder),
  isWritable: stepwise(nodeFileSystem.isWritable),
  makeFolder: stepwise(nodeFileSystem.makeFolder),
  writeText: stepwise((path, text) => {
    mkdirSync(join(path, ".."), { recursive: true });
    writeFileSync(path, text.slice(0, text.length / 2));
    reached();
    nodeFileSystem.writeText(path, text);
  }),
  rename: stepwise(nodeFileSystem.rename),
  remove: stepwise(nodeFileSystem.remove),
  removeIfEmpty: stepwise(nodeFileSystem.removeIfEmpty),
  settle: stepwise(nodeFileSystem.settle),
};

if (task === "finish") finishInterrupted(root, files);
else writeFiles(root, JSON.parse(changes), files);
process.stdout.write("done");
