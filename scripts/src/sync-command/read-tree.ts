import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { type Compiled, readCompiled } from "../compare/compiled.ts";
import { readDocument, SpecError } from "../openapi/document.ts";
import { overlayFile, upstreamFile } from "../pipeline.ts";
import { inStage } from "./in-stage.ts";

const compiledFile = "spec/account-usage.json";

/** What a tree holds before a sync. */
export interface Tree {
  readonly upstreamText: string;
  readonly overlayText: string;
  /**
   * What the packages in the tree were generated from, read back from the compiled document. Users have that, whatever
   * the overlay says by now: an edit of it that was not generated from yet is a change to them.
   */
  readonly published: Compiled;
}

/** @throws SpecError naming the file that is missing or broken. */
export async function readTree(root: string, signal: AbortSignal): Promise<Tree> {
  const read = (file: string): Promise<string> =>
    inStage("read", file, `restore it with \`git checkout ${file}\``, signal, () =>
      readFile(join(root, file), "utf8"),
    );
  const compiledText = await read(compiledFile);
  return {
    upstreamText: await read(upstreamFile),
    overlayText: await read(overlayFile),
    published: await inStage("read", compiledFile, "run `npm run generate`", signal, () =>
      readPublished(compiledText),
    ),
  };
}

function readPublished(text: string): Compiled {
  try {
    return readCompiled(readDocument(text, compiledFile));
  } catch (error) {
    if (!(error instanceof SpecError)) throw error;
    throw new SpecError("read", compiledFile, error.problem, "Run `npm run generate`, which writes it anew");
  }
}
