import { readFile } from "node:fs/promises";
import { join } from "node:path";
import type { OperationDescriptor } from "@ldusage/types/catalog";
import { compile } from "./compile/compile.ts";
import { describeService, toDescriptor } from "./compile/to-descriptor.ts";
import { derive } from "./derive/derive.ts";
import type { Unexplained } from "./derive/derive-operation.ts";
import type { Target } from "./drift/find-stale.ts";
import { renderLock } from "./drift/lock.ts";
import { renderCatalog } from "./generate/render-catalog.ts";
import { renderMethods } from "./generate/render-methods.ts";
import { renderOperationPages } from "./generate/render-operation-pages.ts";
import { renderParameters } from "./generate/render-parameters.ts";
import { renderSchema } from "./generate/render-schema.ts";
import { renderWireOperations } from "./generate/render-wire-operations.ts";
import { normalise } from "./normalise/normalise.ts";
import { type OpenApiDocument, type OperationObject, operationsOf, readJson } from "./openapi/document.ts";
import type { Finding } from "./openapi/finding.ts";
import { compareText, stableStringify } from "./openapi/json.ts";
import { applyLeniently, applyOverlay } from "./overlay/apply-overlay.ts";
import { readOverlay } from "./overlay/read-overlay.ts";

export type { Finding };

export const upstreamFile = "spec/upstream.json";
export const overlayFile = "spec/overlay.yaml";

export interface PipelineInput {
  /** Text of `spec/upstream.json`. */
  readonly upstreamText: string;
  /** Text of `spec/overlay.yaml`. */
  readonly overlayText: string;
}

export interface PipelineOptions {
  /** What becomes of overlay actions that no longer apply: an error, or a finding. @default "strict" */
  readonly overlay?: "strict" | "lenient";
}

export interface Rendering extends Compiled {
  readonly targets: readonly Target[];
}

/** What is known before any file is rendered. */
export interface Compiled {
  /** The compiled document, as in `spec/account-usage.json`. */
  readonly document: OpenApiDocument;
  /** The catalog entries of the operations, in order of their ids. */
  readonly descriptors: readonly OperationDescriptor[];
  readonly operationCount: number;
  readonly unexplained: readonly Unexplained[];
  readonly unmeasured: readonly string[];
  /** Overlay actions that no longer apply. Always empty where the overlay was applied strictly: there they throw. */
  readonly overlayFindings: readonly Finding[];
  /** Everything else worth a word: methods left out, facts that upstream states as structure by now. */
  readonly notices: readonly Finding[];
}

/** Runs the whole pipeline over the spec in a repository and gives every file it makes, without writing one. */
export async function renderAll(root: string): Promise<Rendering> {
  return renderFrom({
    upstreamText: await readFile(join(root, upstreamFile), "utf8"),
    overlayText: await readFile(join(root, overlayFile), "utf8"),
  });
}

/**
 * Runs the whole pipeline over texts.
 *
 * @throws SpecError naming the stage, the place and the way out. With `overlay: "lenient"`, actions of the overlay
 * that no longer apply are findings instead; what of them still applies is applied.
 */
export async function renderFrom(input: PipelineInput, options: PipelineOptions = {}): Promise<Rendering> {
  const { operations, compiled } = describeFrom(input, options);
  const { upstreamText, overlayText } = input;
  const lock = renderLock({ [upstreamFile]: upstreamText, [overlayFile]: overlayText });
  const targets = await renderTargets(compiled.document, operations);
  return { ...compiled, targets: [...targets, { file: "spec/lock.json", text: lock }] };
}

/** Runs the pipeline over texts up to the compiled document, without rendering a file. Throws like {@link renderFrom}. */
export function compileFrom(input: PipelineInput, options: PipelineOptions = {}): Compiled {
  return describeFrom(input, options).compiled;
}

function describeFrom(
  { upstreamText, overlayText }: PipelineInput,
  { overlay = "strict" }: PipelineOptions,
): { operations: readonly Described[]; compiled: Compiled } {
  const normalised = normalise(readJson(upstreamText, upstreamFile));
  const derived = derive(normalised.document);
  const actions = readOverlay(overlayText);
  const overlaid =
    overlay === "strict"
      ? { document: applyOverlay(derived.document, actions), findings: [] }
      : applyLeniently(derived.document, actions);
  const { document, unmeasured } = compile(overlaid.document);
  const operations = operationsOf(document)
    .map(({ path, operation }) => ({ operation, descriptor: toDescriptor(document, path, operation) }))
    .sort((left, right) => compareText(left.descriptor.operationId, right.descriptor.operationId));
  const compiled = {
    document,
    descriptors: operations.map(({ descriptor }) => descriptor),
    operationCount: operations.length,
    unexplained: derived.unexplained,
    unmeasured,
    overlayFindings: overlaid.findings,
    notices: [...normalised.notices, ...derived.notices],
  };
  return { operations, compiled };
}

interface Described {
  readonly operation: OperationObject;
  readonly descriptor: OperationDescriptor;
}

async function renderTargets(document: OpenApiDocument, operations: readonly Described[]): Promise<Target[]> {
  const descriptors = operations.map(({ descriptor }) => descriptor);
  const types = "packages/types/src/generated";
  return [
    { file: "spec/account-usage.json", text: stableStringify(document) },
    { file: `${types}/schema.ts`, text: await renderSchema(document) },
    { file: `${types}/parameters.ts`, text: renderParameters(operations) },
    { file: `${types}/catalog.ts`, text: renderCatalog(descriptors, describeService(document)) },
    { file: "packages/client/src/generated/methods.ts", text: renderMethods(operations) },
    { file: "packages/client/src/generated/wire-operations.ts", text: renderWireOperations(descriptors) },
    ...renderOperationPages(operations, describeService(document)),
  ];
}
