import { readFile, stat } from "node:fs/promises";
import { largestDocumentBytes } from "../openapi/limits.ts";
import { syncError } from "./sync-error.ts";

/** The bytes of a document in a file. */
export async function readSourceFile(file: string, signal: AbortSignal | undefined): Promise<Uint8Array> {
  try {
    const { size } = await stat(file);
    if (size > largestDocumentBytes) throw tooLarge(file);
    return await readFile(file, signal === undefined ? {} : { signal });
  } catch (error) {
    signal?.throwIfAborted();
    const code: unknown = error instanceof Error ? Reflect.get(error, "code") : undefined;
    if (typeof code !== "string") throw error;
    const problem = problems[code] ?? `it cannot be read (${code})`;
    throw syncError(
      file,
      problem,
      "Give the path of a file with upstream's whole document, or an https: URL",
    );
  }
}

const problems: Readonly<Record<string, string>> = {
  ENOENT: "there is no such file",
  EISDIR: "it is a folder",
  EACCES: "it may not be read",
};

/** A document that is larger than anything that upstream could mean to publish. */
export function tooLarge(name: string): Error {
  const megabytes = largestDocumentBytes / 1024 / 1024;
  return syncError(name, `it is larger than ${megabytes} MB`, "Check that it is the right document");
}
