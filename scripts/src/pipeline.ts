import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { compile } from "./compile/compile.ts";
import { describeService, toDescriptor } from "./compile/to-descriptor.ts";
import { derive } from "./derive/derive.ts";
import type { Unexplained } from "./derive/derive-operation.ts";
import type { Target } from "./drift/find-stale.ts";
import { renderLock } from "./drift/lock.ts";
import { renderCatalog } from "./generate/render-catalog.ts";
import { renderMethods } from "./generate/render-methods.ts";
import { renderOperationsGuide } from "./generate/render-operations-guide.ts";
import { renderParameters } from "./generate/render-parameters.ts";
import { renderSchema } from "./generate/render-schema.ts";
import { renderWireOperations } from "./generate/render-wire-operations.ts";
import { type OpenApiDocument, operationsOf, readDocument } from "./openapi/document.ts";
import { compareText, stableStringify } from "./openapi/json.ts";
import { applyOverlay } from "./overlay/apply-overlay.ts";
import { readOverlay } from "./overlay/read-overlay.ts";

const upstreamFile = "spec/upstream.json";
const overlayFile = "spec/overlay.yaml";

export interface Rendering {
  readonly targets: readonly Target[];
  readonly operationCount: number;
  readonly unexplained: readonly Unexplained[];
  readonly unmeasured: readonly string[];
}

/** Runs the whole pipeline over the spec in a repository and gives every file it makes, without writing one. */
export async function renderAll(root: string): Promise<Rendering> {
  const upstreamText = await readFile(join(root, upstreamFile), "utf8");
  const overlayText = await readFile(join(root, overlayFile), "utf8");
  const { document: derived, unexplained } = derive(readDocument(upstreamText, upstreamFile));
  const { document, unmeasured } = compile(applyOverlay(derived, readOverlay(overlayText)));
  const targets = [
    ...(await renderTargets(document)),
    {
      file: "spec/lock.json",
      text: renderLock({ [upstreamFile]: upstreamText, [overlayFile]: overlayText }),
    },
  ];
  return { targets, operationCount: operationsOf(document).length, unexplained, unmeasured };
}

async function renderTargets(document: OpenApiDocument): Promise<Target[]> {
  const operations = operationsOf(document)
    .map(({ path, operation }) => ({ operation, descriptor: toDescriptor(document, path, operation) }))
    .sort((left, right) => compareText(left.descriptor.operationId, right.descriptor.operationId));
  const descriptors = operations.map(({ descriptor }) => descriptor);
  const types = "packages/types/src/generated";
  return [
    { file: "spec/account-usage.json", text: stableStringify(document) },
    { file: `${types}/schema.ts`, text: await renderSchema(document) },
    { file: `${types}/parameters.ts`, text: renderParameters(operations) },
    { file: `${types}/catalog.ts`, text: renderCatalog(descriptors, describeService(document)) },
    { file: "packages/client/src/generated/methods.ts", text: renderMethods(operations) },
    { file: "packages/client/src/generated/wire-operations.ts", text: renderWireOperations(descriptors) },
    { file: "docs/operations.md", text: renderOperationsGuide(descriptors) },
  ];
}
