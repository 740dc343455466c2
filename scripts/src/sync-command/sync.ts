import { type Change, gravest, groupChanges } from "../compare/change.ts";
import type { Bump } from "../compare/change-kinds.ts";
import { type Comparison, compare } from "../compare/compare.ts";
import { readCompiled } from "../compare/compiled.ts";
import type { Differ } from "../compare/document/differ.ts";
import { plain } from "../compare/phrase.ts";
import { findStale } from "../drift/find-stale.ts";
import { type Rendering, renderFrom, upstreamFile } from "../pipeline.ts";
import type { SyncReport } from "../report/sync-report.ts";
import { readUpstream } from "../sync/read-upstream.ts";
import { changesFor } from "../write/changes-for.ts";
import type { FileChanges } from "../write/write-files.ts";
import { attribute } from "./attribute.ts";
import { makeChangeset } from "./changeset.ts";
import { inStage } from "./in-stage.ts";
import type { SyncOptions } from "./options.ts";
import { readTree, type Tree } from "./read-tree.ts";
import { sourceName, withoutSecrets } from "./source-name.ts";

export interface SyncTools {
  readonly fetch: typeof fetch;
  readonly differ: Differ;
  readonly signal: AbortSignal;
}

export interface Plan {
  readonly report: SyncReport;
  readonly changes: FileChanges;
}

/**
 * Finds out everything that a sync says and writes, without writing.
 *
 * @throws SpecError naming the stage, the place and the way out.
 */
export async function planSync(
  root: string,
  { source, isDryRun }: Pick<SyncOptions, "source" | "isDryRun">,
  { fetch, differ, signal }: SyncTools,
): Promise<Plan> {
  const tree = await readTree(root, signal);
  const name = sourceName(source);
  const upstream = await inStage("sync", name, "check that it can be read, and try again", signal, () =>
    readUpstream(source, { fetch, signal }).catch((error: unknown) => {
      throw withoutSecrets(error, source);
    }),
  );
  const next = await inStage("render", upstreamFile, "that is a defect of the pipeline", signal, () =>
    renderFrom({ upstreamText: upstream.text, overlayText: tree.overlayText }, { overlay: "lenient" }),
  );
  const targets = [...next.targets, { file: upstreamFile, text: upstream.text }];
  const files = changesFor(targets, await findStale(root, targets));
  const isStale = files.written.length + files.removed.length > 0;
  const comparison = isStale
    ? await inStage("compare", "the compiled documents", "that is a defect of the pipeline", signal, () =>
        compareWithTree(tree, next, upstream.text, differ),
      )
    : unchanged;
  const bump = bumpFor(files, comparison.changes);
  const changes = bump !== undefined && isSilent(comparison) ? renderedAnew : comparison.changes;
  const words = { changes, prose: comparison.prose, operationCount: next.operationCount };
  const changeset =
    bump === undefined
      ? undefined
      : await inStage("changeset", ".changeset", "restore it with `git checkout .changeset`", signal, () =>
          makeChangeset(root, upstream.text, bump, words),
        );
  const written = changeset === undefined ? files.written : [...files.written, changeset];
  return {
    changes: { written, removed: files.removed },
    report: {
      ...words,
      source: name,
      isDryRun,
      bump,
      unexplained: next.unexplained,
      unmeasured: next.unmeasured,
      overlayFindings: next.overlayFindings,
      notices: [...upstream.notices, ...next.notices, ...comparison.notices],
      written: written.map(({ file }) => file),
      removed: files.removed,
      changeset: changeset?.file,
    },
  };
}

type Compared = Comparison & Pick<SyncReport, "notices">;

const unchanged: Compared = {
  changes: [],
  prose: { descriptions: 0, summaries: 0, examples: 0, evidence: 0 },
  notices: [],
};

async function compareWithTree(
  tree: Tree,
  next: Rendering,
  upstreamText: string,
  differ: Differ,
): Promise<Compared> {
  const { changes, prose } = await compare(tree.published, readCompiled(next.document), differ);
  return { prose, ...(await attribute(changes, tree, upstreamText, differ)) };
}

/** How the packages' version has to grow: not at all while none of their files changes. */
function bumpFor({ written, removed }: FileChanges, changes: readonly Change[]): Bump | undefined {
  const files = [...written.map(({ file }) => file), ...removed];
  return files.some((file) => file.startsWith("packages/")) ? (gravest(changes) ?? "patch") : undefined;
}

function isSilent({ changes, prose }: Comparison): boolean {
  return changes.length === 0 && Object.values(prose).every((count) => count === 0);
}

const renderedAnew = groupChanges([
  {
    operationId: undefined,
    difference: { kind: "code-rendered-anew", what: plain("Generated code is written otherwise.") },
  },
]);
