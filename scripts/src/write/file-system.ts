import {
  accessSync,
  closeSync,
  constants,
  fsyncSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmdirSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";

/**
 * What writing needs of a file system. All of it is synchronous, so that no signal is handled half-way; each member is
 * a step at which a process can be killed.
 */
export interface FileSystem {
  /** The text of a file; `undefined` where there is none. */
  readonly readText: (path: string) => string | undefined;
  /** Names in a folder; none where there is no folder. */
  readonly list: (folder: string) => string[];
  readonly isFolder: (path: string) => boolean;
  readonly isWritable: (folder: string) => boolean;
  readonly makeFolder: (folder: string) => void;
  /** Writes a file, and waits until the disk has it. */
  readonly writeText: (path: string, text: string) => void;
  readonly rename: (from: string, to: string) => void;
  /** Removes a file or a folder with everything in it; nothing where there is none. */
  readonly remove: (path: string) => void;
  /** Removes a folder where it is empty. */
  readonly removeIfEmpty: (folder: string) => void;
  /** Waits until the disk knows which files are in a folder. */
  readonly settle: (folder: string) => void;
}

export const nodeFileSystem: FileSystem = {
  readText: (path) => orUndefined(() => readFileSync(path, "utf8")),
  list: (folder) => orUndefined(() => readdirSync(folder)) ?? [],
  isFolder: (path) => statSync(path, { throwIfNoEntry: false })?.isDirectory() === true,
  isWritable: (folder) => {
    try {
      accessSync(folder, constants.W_OK);
      return true;
    } catch {
      return false;
    }
  },
  makeFolder: (folder) => {
    mkdirSync(folder, { recursive: true });
  },
  writeText: (path, text) => {
    const file = openSync(path, "w");
    try {
      writeFileSync(file, text);
      fsyncSync(file);
    } finally {
      closeSync(file);
    }
  },
  rename: renameSync,
  remove: (path) => {
    rmSync(path, { recursive: true, force: true });
  },
  removeIfEmpty: (folder) => {
    try {
      rmdirSync(folder);
    } catch (error) {
      if (!hasCode(error, ["ENOTEMPTY", "EEXIST", "ENOENT"])) throw error;
    }
  },
  settle: (folder) => {
    // Windows has no such thing, and refuses to open a folder.
    if (process.platform === "win32") return;
    const file = openSync(folder, "r");
    try {
      fsyncSync(file);
    } finally {
      closeSync(file);
    }
  },
};

function orUndefined<Value>(read: () => Value): Value | undefined {
  try {
    return read();
  } catch (error) {
    if (hasCode(error, ["ENOENT"])) return undefined;
    throw error;
  }
}

/** Whether an error is one of the operating system with one of these codes. */
export function hasCode(error: unknown, codes: readonly string[]): boolean {
  return error instanceof Error && "code" in error && codes.includes(String(error.code));
}
