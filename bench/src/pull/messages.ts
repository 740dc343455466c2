import type { PullCase } from "./pull-case.ts";

/** Those that pull, by the names of their programs in `clients/`; ours first. */
export const pullerNames = ["ours", "ours-tuned", "hand", "official"] as const;
export type PullerName = (typeof pullerNames)[number];

/** What a pulling process is asked for. */
export interface PullOrder {
  readonly baseUrl: string;
  readonly pullCase: PullCase;
}

export interface PullReply {
  readonly wallMs: number;
  /** Digest of all points. */
  readonly digest: string;
}

/** Begins with a whole budget, and with the counts at 0. */
export interface PullServerOrder {
  readonly pullCase: PullCase;
}

export interface PullServerReply {
  readonly port: number;
  /** Requests and refusals since the last order. */
  readonly requestCount: number;
  readonly refusalCount: number;
}
