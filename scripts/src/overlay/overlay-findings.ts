import type { Finding } from "../openapi/finding.ts";
import { countParts, type Refusal } from "./merge-into.ts";
import type { OverlayAction } from "./read-overlay.ts";

/** A part of an update that was refused, and at which node. */
export interface RefusedPart extends Refusal {
  readonly node: string;
}

/** What is no longer true of an action that matched so many nodes and of which these parts were refused. */
export function findingsOf(
  action: OverlayAction,
  matched: number,
  refused: readonly RefusedPart[],
): Finding[] {
  const findings: Finding[] = [];
  const add = (problem: string, wayOut: string): void => {
    const told = `${problem}. Its reason: ${action.reason.replace(/\.$/, "")}`;
    findings.push({ stage: "overlay", place: action.place, problem: told, wayOut });
  };
  if (matched === 0) {
    add("it matches nothing", "Upstream has changed: revise the target, or delete the action");
  } else if (action.matches !== undefined && matched !== action.matches) {
    const nodes = matched === 1 ? "1 node" : `${matched} nodes`;
    add(
      `it matches ${nodes} instead of ${action.matches}`,
      `Change x-matches to ${matched} if the reason holds for what is matched now, or revise the target`,
    );
  }
  for (const part of new Set(refused.map((refusal) => `${refusal.kind} ${refusal.part}`))) {
    const alike = refused.filter((refusal) => `${refusal.kind} ${refusal.part}` === part);
    const [first] = alike;
    if (first === undefined) continue;
    const where =
      alike.length === matched && matched > 1 ? "every match" : alike.map(({ node }) => node).join(", ");
    add(
      `${problems[first.kind](first.part)} (in ${where})`,
      wayOut(action, first, { refused, alike, matched }),
    );
  }
  return findings;
}

const problems: Readonly<Record<Refusal["kind"], (part: string) => string>> = {
  same: (part) => `it changes nothing${part}: upstream says the same now`,
  entry: (part) => `an entry of that name is there already${part}`,
  shape: (part) => `it would replace an object${part} by something else`,
};

interface Extent {
  readonly refused: readonly RefusedPart[];
  readonly alike: readonly RefusedPart[];
  readonly matched: number;
}

function wayOut({ change }: OverlayAction, { kind }: Refusal, { refused, alike, matched }: Extent): string {
  if (kind === "entry") return "Upstream has added it: update that entry, or delete this part of the action";
  if (kind === "shape") return "Upstream has changed: revise the action, or remove the object first";
  const same = refused.filter((refusal) => refusal.kind === "same");
  const parts = change.kind === "update" ? countParts(change.value) : 1;
  if (same.length === parts * matched) return "Delete the action";
  return alike.length === matched
    ? "Delete that part of the action"
    : "Delete that part of the action for these nodes, or take them out of its target";
}
