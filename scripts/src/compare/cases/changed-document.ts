import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { type OpenApiDocument, type OperationObject, operationsOf } from "../../openapi/document.ts";
import { renderPhrase } from "../../report/clean-text.ts";
import { repositoryRoot } from "../../repository-root.ts";
import { compare } from "../compare.ts";
import { readCompiled } from "../compiled.ts";
import type { Differ } from "../document/differ.ts";

// For tests: the compiled document of the repository, with something changed in it.

const text = await readFile(join(repositoryRoot, "spec/account-usage.json"), "utf8");

/** A part of a document that tests may change as they like. */
export type Loose = Record<string, unknown>;

export interface ChangedDocument {
  readonly document: OpenApiDocument;
  readonly operation: (operationId: string) => OperationObject;
  readonly facts: (operationId: string) => Loose;
  readonly parameter: (operationId: string, name: string) => Loose;
  readonly schema: (name: string) => Loose;
}

/** The compiled document of the repository, to be changed. */
export function freshDocument(): ChangedDocument {
  const document: OpenApiDocument = JSON.parse(text);
  const operation = (operationId: string): OperationObject => {
    const entry = operationsOf(document).find((each) => each.operation.operationId === operationId);
    if (entry === undefined) throw new Error(`no operation ${operationId}`);
    return entry.operation;
  };
  const loose = (part: object | undefined): Loose => {
    if (part === undefined) throw new Error("there is no such part");
    // Any object can be seen as this.
    return part as Loose;
  };
  return {
    document,
    operation,
    facts: (operationId) => loose(operation(operationId)["x-ldusage"]),
    parameter: (operationId, name) =>
      loose(operation(operationId).parameters?.find((parameter) => parameter.name === name)),
    schema: (name) => loose(document.components.schemas[name]),
  };
}

export type Change = (changed: ChangedDocument) => void;

/** What the comparison says of a change: class, kind, operations and sentence of everything that it found. */
export async function wordsFor(
  { given, change }: { readonly given?: Change; readonly change: Change },
  differ: Differ = neverCalled,
): Promise<string[]> {
  const [before, after] = [freshDocument(), freshDocument()];
  given?.(before);
  given?.(after);
  change(after);
  const { changes } = await compare(readCompiled(before.document), readCompiled(after.document), differ);
  return changes.map(({ bump, kind, operationIds, what }) =>
    [bump, kind, ...operationIds, renderPhrase(what)].join(" "),
  );
}

// Facts are compared by our rules alone: a change of facts that reaches the differ would be told twice.
const neverCalled: Differ = () => {
  throw new Error("the differ was called");
};
