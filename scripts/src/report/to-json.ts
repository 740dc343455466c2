import { changeKinds } from "../compare/change-kinds.ts";
import type { SpecError } from "../openapi/document.ts";
import type { Finding } from "../pipeline.ts";
import { cleanText, renderPhrase } from "./clean-text.ts";
import { isChanged, type SyncReport } from "./sync-report.ts";

/** Grows when a member of the JSON report changes its meaning or goes; members may be added at any time. */
const version = 1;

// A message ends with the way out, which must not be cut off.
const longestMessage = 3000;

/** A report as a JSON value. Its members are described in CONTRIBUTING.md. */
export function toJson(report: SyncReport): object {
  return {
    version,
    outcome: isChanged(report) ? "changed" : "no-change",
    isDryRun: report.isDryRun,
    source: cleanText(report.source),
    bump: report.bump ?? null,
    changes: report.changes.map(({ kind, bump, operationIds, what, cause }) => ({
      kind,
      bump,
      operationIds: operationIds.map((id) => cleanText(id)),
      text: renderPhrase(what),
      reason: changeKinds[kind].reason,
      cause,
    })),
    prose: report.prose,
    unexplained: report.unexplained.map(({ operationId, place, text }) => ({
      operationId: cleanText(operationId),
      place: cleanText(place),
      text: cleanText(text),
    })),
    unmeasured: report.unmeasured.map((id) => cleanText(id)),
    overlayFindings: report.overlayFindings.map(findingJson),
    notices: report.notices.map(findingJson),
    written: report.written,
    removed: report.removed,
    changeset: report.changeset ?? null,
  };
}

function findingJson({ stage, place, problem, wayOut }: Finding): object {
  return {
    stage: cleanText(stage),
    place: cleanText(place),
    problem: cleanText(problem),
    wayOut: wayOut === undefined ? null : cleanText(wayOut),
  };
}

/** A failure as a JSON value. */
export function failureToJson({ stage, place, message }: SpecError): object {
  return {
    version,
    outcome: "failed",
    error: { stage: cleanText(stage), place: cleanText(place), message: cleanText(message, longestMessage) },
  };
}
