import type { Alignment } from "./align-operations.ts";
import type { Found } from "./change.ts";
import type { Compiled } from "./compiled.ts";
import { compareOperation } from "./facts/compare-operation.ts";
import { compareService } from "./facts/compare-service.ts";
import { phrase } from "./phrase.ts";

/** Everything that differs between two catalogs of facts. */
export function compareFacts(
  before: Pick<Compiled, "service">,
  after: Pick<Compiled, "service">,
  { kept, added, removed }: Alignment,
): Found[] {
  return [
    ...removed.map(
      ({ operationId, path }): Found => ({
        operationId,
        difference: { kind: "operation-removed", what: phrase`The operation is gone; its path was ${path}.` },
      }),
    ),
    ...added.map(
      ({ operationId, path }): Found => ({
        operationId,
        difference: { kind: "operation-added", what: phrase`The operation is new; its path is ${path}.` },
      }),
    ),
    ...kept.flatMap(({ before: old, after: now }) =>
      compareOperation(old, now).map((difference): Found => ({ operationId: now.operationId, difference })),
    ),
    ...compareService(before.service, after.service).map(
      (difference): Found => ({
        operationId: undefined,
        difference,
      }),
    ),
  ];
}
