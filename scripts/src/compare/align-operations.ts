import type { OperationDescriptor } from "@ldusage/types/catalog";

type Operation = OperationDescriptor;

/** Which operation became which. */
export interface Alignment {
  /** Operations that are on both sides, by id, or else by path. */
  readonly kept: readonly { readonly before: Operation; readonly after: Operation }[];
  readonly added: readonly Operation[];
  readonly removed: readonly Operation[];
}

export function alignOperations(before: readonly Operation[], after: readonly Operation[]): Alignment {
  const byId = new Map(after.map((operation) => [operation.operationId, operation]));
  const oldIds = new Set(before.map(({ operationId }) => operationId));
  // An id that is on both sides keeps its operation, so that ids that swap their paths are moves, not renames.
  const byPath = new Map(
    after
      .filter(({ operationId }) => !oldIds.has(operationId))
      .map((operation) => [operation.path, operation]),
  );
  const successors = before.map((operation) => ({
    before: operation,
    after: byId.get(operation.operationId) ?? byPath.get(operation.path),
  }));
  const kept = successors.flatMap(({ before, after }) => (after === undefined ? [] : [{ before, after }]));
  const taken = new Set(kept.map(({ after }) => after));
  return {
    kept,
    added: after.filter((operation) => !taken.has(operation)),
    removed: successors.flatMap(({ before, after }) => (after === undefined ? [before] : [])),
  };
}
