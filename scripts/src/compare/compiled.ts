import type { OperationDescriptor, ServiceDescriptor } from "@ldusage/types/catalog";
import { describeService, toDescriptor } from "../compile/to-descriptor.ts";
import { type OpenApiDocument, operationsOf } from "../openapi/document.ts";
import { compareText } from "../openapi/json.ts";

/** A compiled document and the facts in it. */
export interface Compiled {
  readonly document: OpenApiDocument;
  /** In order of operation ids. */
  readonly descriptors: readonly OperationDescriptor[];
  readonly service: ServiceDescriptor;
}

/**
 * Reads the facts of a compiled document.
 *
 * @throws SpecError where it is not one.
 */
export function readCompiled(document: OpenApiDocument): Compiled {
  return {
    document,
    descriptors: operationsOf(document)
      .map(({ path, operation }) => toDescriptor(document, path, operation))
      .sort((left, right) => compareText(left.operationId, right.operationId)),
    service: describeService(document),
  };
}
