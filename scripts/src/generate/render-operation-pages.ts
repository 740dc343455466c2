import type { OperationDescriptor, ServiceDescriptor } from "@ldusage/types/catalog";
import type { Target } from "../drift/find-stale.ts";
import { fileName } from "./escape.ts";
import { renderOperationOverview } from "./render-operation-overview.ts";
import { renderOperationPage } from "./render-operation-page.ts";
import type { DescribedOperation } from "./render-parameters.ts";

/** Where the pages of operations are, from the repository's root. */
const operationsFolder = "docs/operations";

/** The page of every operation, and the one that lists them. */
export function renderOperationPages(
  described: readonly DescribedOperation[],
  service: ServiceDescriptor,
): Target[] {
  const operations = described.map(({ descriptor }) => descriptor);
  const files = pageFiles(operations);
  const context = { service, operations, files };
  return [
    { file: `${operationsFolder}.md`, text: renderOperationOverview(operations, files) },
    ...described.map((operation) => ({
      file: `${operationsFolder}/${files.get(operation.descriptor)}`,
      text: renderOperationPage(operation, context),
    })),
  ];
}

/** The file of each page. No two names differ in the case of letters alone, which some systems take for the same. */
function pageFiles(operations: readonly OperationDescriptor[]): Map<OperationDescriptor, string> {
  const taken = new Set<string>();
  const files = new Map<OperationDescriptor, string>();
  for (const operation of operations) {
    const name = fileName(operation.operationId);
    let free = name;
    for (let number = 2; taken.has(free.toLowerCase()); number += 1) free = `${name}-${number}`;
    taken.add(free.toLowerCase());
    files.set(operation, `${free}.md`);
  }
  return files;
}
