import { dirname, isAbsolute, join, normalize } from "node:path";
import type { Target } from "../drift/find-stale.ts";
import { SpecError } from "../openapi/document.ts";
import { isObject } from "../openapi/json.ts";
import { type FileSystem, nodeFileSystem } from "./file-system.ts";

/** Files to write and to remove, by path from the root. */
export interface FileChanges {
  readonly written: readonly Target[];
  readonly removed: readonly string[];
}

/** The folder, ignored by git and on the same file system as the tree, in which changes wait until all are there. */
export const workFolder = ".spec-sync";
const stagedFolder = `${workFolder}/staged`;
const journalFile = `${workFolder}/journal.json`;
const nextJournalFile = `${workFolder}/journal.next`;

/**
 * Writes and removes files so that a process that is killed at any moment leaves a tree that either is as it was, or
 * becomes complete with the next {@link finishInterrupted}. All texts are on the disk before a journal says what goes
 * where, and from then on only names change.
 *
 * @throws SpecError naming a place that cannot be written, before anything is.
 */
export function writeFiles(root: string, changes: FileChanges, files: FileSystem = nodeFileSystem): void {
  const { written, removed } = changes;
  if (written.length + removed.length === 0) return;
  for (const file of [...written.map((target) => target.file), ...removed])
    refuseUnwritable(root, file, files);
  const staged = join(root, stagedFolder);
  files.remove(staged);
  files.makeFolder(staged);
  for (const [index, { text }] of written.entries()) files.writeText(join(staged, String(index)), text);
  files.settle(staged);
  const journal: Journal = { version: 1, moves: written.map(({ file }) => file), removed };
  files.writeText(join(root, nextJournalFile), JSON.stringify(journal));
  files.rename(join(root, nextJournalFile), join(root, journalFile));
  files.settle(join(root, workFolder));
  finish(root, journal, files);
}

/**
 * Brings the tree into order after a process that was killed while it wrote: what its journal says is finished, what no
 * journal speaks of is thrown away.
 *
 * @returns The files that were finished.
 */
export function finishInterrupted(root: string, files: FileSystem = nodeFileSystem): string[] {
  const text = files.readText(join(root, journalFile));
  if (text === undefined) {
    clear(root, files);
    return [];
  }
  const journal = readJournal(text);
  finish(root, journal, files);
  return [...journal.moves, ...journal.removed];
}

interface Journal {
  readonly version: 1;
  /** Where each staged file goes, in order of their numbers. */
  readonly moves: readonly string[];
  readonly removed: readonly string[];
}

/** Can be repeated from any point: a file that is no longer staged has been moved. */
function finish(root: string, { moves, removed }: Journal, files: FileSystem): void {
  const staged = join(root, stagedFolder);
  const waiting = new Set(files.list(staged));
  for (const [index, file] of moves.entries()) {
    if (!waiting.has(String(index))) continue;
    files.makeFolder(dirname(join(root, file)));
    files.rename(join(staged, String(index)), join(root, file));
  }
  for (const file of removed) files.remove(join(root, file));
  const folders = new Set([...moves, ...removed].map((file) => dirname(join(root, file))));
  for (const folder of folders) if (files.isFolder(folder)) files.settle(folder);
  files.remove(join(root, journalFile));
  files.settle(join(root, workFolder));
  clear(root, files);
}

function clear(root: string, files: FileSystem): void {
  files.remove(join(root, stagedFolder));
  files.remove(join(root, nextJournalFile));
  files.removeIfEmpty(join(root, workFolder));
}

function refuseUnwritable(root: string, file: string, files: FileSystem): void {
  const path = join(root, file);
  if (files.isFolder(path)) throw new SpecError("write", file, "a folder is in its place; move it away");
  let folder = dirname(path);
  while (!files.isFolder(folder) && folder !== dirname(folder)) folder = dirname(folder);
  if (!files.isWritable(folder)) {
    throw new SpecError("write", file, "its folder cannot be written to; change its permissions");
  }
}

function readJournal(text: string): Journal {
  const journal: unknown = orUndefined(text);
  const isJournal =
    isObject(journal) &&
    journal["version"] === 1 &&
    isListOfFiles(journal["moves"]) &&
    isListOfFiles(journal["removed"]);
  if (isJournal) {
    // The checks above establish the shape.
    return journal as unknown as Journal;
  }
  const wayOut = `nothing of this program wrote it; look at \`git status\`, and delete ${workFolder}`;
  throw new SpecError("write", journalFile, `it is not a journal: ${wayOut}`);
}

function orUndefined(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function isListOfFiles(value: unknown): boolean {
  return Array.isArray(value) && value.every((file) => typeof file === "string" && isInside(file));
}

function isInside(file: string): boolean {
  return !isAbsolute(file) && !normalize(file).startsWith("..");
}
