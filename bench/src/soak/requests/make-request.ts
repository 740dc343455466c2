import { service } from "@ldusage/types/catalog";
import { targetOf } from "./call.ts";
import { defects } from "./defects.ts";
import { makeGoodCall } from "./good-call.ts";
import type { Outcome } from "./outcome.ts";
import { happens, pick, type Random, wholeNumber } from "./random.ts";
import { faultParameter, soakFaults } from "./soak-fault.ts";

export const accessToken = "api-soak";

/** A request, and what must come of it. */
export interface SoakRequest {
  readonly method: string;
  /** Path and query. */
  readonly target: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | undefined;
  readonly expected: Outcome;
  /** The fault that it meets, by name. */
  readonly fault: string | undefined;
}

/** What a request is sent to, as far as its status depends on it. */
interface Target {
  readonly kind: "page" | "projects" | "operation" | "unknown";
  readonly text: string;
  /** The status for an otherwise right `GET`. */
  readonly status: number;
}

const badTokens = [undefined, "", "nonsense", `Bearer ${accessToken}`, `${accessToken}x`];
const badVersions = [undefined, "", "20240415", "20240415, beta", "alpha"];
const preferences = [400, 401, 403, 404, 429, 503];
const otherMethods = ["POST", "PUT", "PATCH", "DELETE"];
const unknownPaths = [
  "/api/v2/usage/nothing",
  "/api/v2/usage",
  "/api/v2/%zz",
  "/api/v2/usage/total-mau/more",
  "/%ff/..%2f",
  "/favicon.ico",
];

/** Builds a request: with nothing wrong, or with something wrong at one level or at several. */
export function makeRequest(random: Random): SoakRequest {
  const target = makeTarget(random);
  const method = makeMethod(random);
  const token = happens(random, 0.06) ? pick(random, badTokens) : accessToken;
  const version = happens(random, 0.06) ? pick(random, badVersions) : service.versionValue;
  const preferred = happens(random, 0.05) ? pick(random, preferences) : undefined;
  const status = statusOf(target, { method, token, version, preferred });
  const fault = method === "GET" && happens(random, 0.1) ? pick(random, [...soakFaults.keys()]) : undefined;
  const answer: Outcome = { status, body: bodyOf(target, method, status) };
  const hasBody = otherMethods.includes(method);
  return {
    method,
    target: fault === undefined ? target.text : withFault(target.text, fault),
    headers: {
      ...(token !== undefined && { [service.authenticationHeader]: token }),
      ...(version !== undefined && { [service.versionHeader]: version }),
      ...(preferred !== undefined && { Prefer: `code=${preferred}` }),
      ...(happens(random, 0.2) && { Origin: "https://app.example" }),
    },
    body: hasBody ? "x".repeat(wholeNumber(random, 0, 5000)) : undefined,
    expected: fault === undefined ? answer : (soakFaults.get(fault)?.outcomeOf(answer) ?? answer),
    fault,
  };
}

/** A request with nothing wrong. */
export function makeGoodRequest(random: Random): SoakRequest {
  return {
    method: "GET",
    target: targetOf(makeGoodCall(random)),
    headers: { [service.authenticationHeader]: accessToken, [service.versionHeader]: service.versionValue },
    body: undefined,
    expected: { status: 200, body: "json" },
    fault: undefined,
  };
}

function makeTarget(random: Random): Target {
  if (happens(random, 0.03)) return { kind: "page", text: "/", status: 200 };
  if (happens(random, 0.05)) return { kind: "unknown", text: pick(random, unknownPaths), status: 404 };
  if (happens(random, 0.05)) {
    const [limit, status] = pick(random, [
      ["1", 200],
      ["500", 200],
      ["0", 400],
      ["-1", 400],
      ["many", 400],
    ] as const);
    return { kind: "projects", text: `/api/v2/projects?limit=${limit}`, status };
  }
  const call = makeGoodCall(random);
  const defect = happens(random, 0.25) ? pick(random, defects) : undefined;
  const broken = defect?.applyTo(call);
  return {
    kind: "operation",
    text: targetOf(broken ?? call),
    status: broken === undefined ? 200 : (defect?.status ?? 200),
  };
}

function makeMethod(random: Random): string {
  if (happens(random, 0.04)) return "OPTIONS";
  if (happens(random, 0.06)) return "HEAD";
  return happens(random, 0.06) ? pick(random, otherMethods) : "GET";
}

interface Levels {
  readonly method: string;
  readonly token: string | undefined;
  readonly version: string | undefined;
  readonly preferred: number | undefined;
}

/** The API looks at one level after the other: who asks, for what, in which version, with which verb, how. */
function statusOf(target: Target, { method, token, version, preferred }: Levels): number {
  const isRead = method === "GET" || method === "HEAD";
  if (method === "OPTIONS") return 204;
  if (target.kind === "page" && isRead) return 200;
  if (token !== accessToken) return 401;
  if (target.kind === "unknown" || target.kind === "page") return 404;
  if (target.kind === "operation" && version !== service.versionValue) return 403;
  return preferred ?? (isRead ? target.status : 405);
}

function bodyOf({ kind }: Target, method: string, status: number): Outcome["body"] {
  if (method === "HEAD" || method === "OPTIONS") return "none";
  return kind === "page" && status === 200 ? "page" : "json";
}

function withFault(target: string, fault: string): string {
  return `${target}${target.includes("?") ? "&" : "?"}${faultParameter}=${fault}`;
}
