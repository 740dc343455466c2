import { join } from "node:path";
import { SpecError } from "../openapi/document.ts";
import { type FileSystem, hasCode, nodeFileSystem } from "./file-system.ts";
import { nodeProcesses, type Processes } from "./processes.ts";
import { workFolder } from "./write-files.ts";

const runsFolder = `${workFolder}/runs`;

/**
 * Makes sure that only one run works on a tree. Each run first writes a file of its own, named by its process, and then
 * looks for those of others: of two that start at once, at least one sees the other. Files of processes that no longer
 * run are removed.
 *
 * @returns Ends the run.
 * @throws SpecError when another one is at work.
 */
export function startRun(
  root: string,
  files: FileSystem = nodeFileSystem,
  processes: Processes = nodeProcesses,
): () => void {
  const folder = join(root, runsFolder);
  const own = join(folder, String(processes.own));
  announce(folder, own, processes.identityOf(processes.own) ?? "running", files);
  const end = (): void => {
    files.remove(own);
    files.removeIfEmpty(folder);
    files.removeIfEmpty(join(root, workFolder));
  };
  for (const name of files.list(folder)) {
    if (name === String(processes.own)) continue;
    const path = join(folder, name);
    if (isAtWork(Number(name), files.readText(path), processes)) {
      end();
      throw new SpecError(
        "lock",
        `${runsFolder}/${name}`,
        `process ${name} is at work on this tree; wait until it has ended, or delete the file if it is something else`,
      );
    }
    files.remove(path);
  }
  return end;
}

/** Whether any run has left something in the tree, be it at work or killed. */
export function hasTraces(root: string, files: FileSystem = nodeFileSystem): boolean {
  return files.isFolder(join(root, workFolder));
}

function announce(folder: string, own: string, identity: string, files: FileSystem): void {
  for (let attempt = 1; ; attempt += 1) {
    files.makeFolder(folder);
    try {
      files.writeText(own, identity);
      return;
    } catch (error) {
      // A run that ended just now has removed the folder.
      if (attempt === 5 || !hasCode(error, ["ENOENT"])) throw error;
    }
  }
}

function isAtWork(pid: number, announced: string | undefined, processes: Processes): boolean {
  if (!Number.isInteger(pid) || pid < 1 || announced === undefined) return false;
  const identity = processes.identityOf(pid);
  // An empty file is about to be written.
  return identity !== undefined && (announced === "" || announced === identity);
}
