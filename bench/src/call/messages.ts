import type { Profile } from "../processes/profile-run.ts";
import type { BodySize } from "./bodies.ts";

/** The clients that are measured, by the names of their programs in `clients/`; ours first. */
export const clientNames = ["ours", "raw", "hand", "openapi-fetch", "official"] as const;
export type ClientName = (typeof clientNames)[number];

/** What a client's process is asked for: some calls, so many at a time. */
export interface CallOrder {
  readonly size: BodySize;
  readonly concurrency: number;
  readonly callCount: number;
  /** Whether to tell where the time goes. @default false */
  readonly profiled?: boolean;
}

/** What the calls took. */
export interface CallReply {
  /** User and system time of all threads for each call, in microseconds. */
  readonly cpuUs: number;
  /** Wall time for each call, in microseconds. */
  readonly wallUs: number;
  /** What was allocated on the heap for each call, in bytes, when no garbage was collected meanwhile. */
  readonly heapBytes: number;
  /** Where the time goes, where that was asked for. */
  readonly profile?: Profile;
  /** Digest of what the last call gave. */
  readonly digest: string;
}

export interface ServerReply {
  readonly port: number;
  /** Requests since the last order. */
  readonly requestCount: number;
}
