import type { UsageDecodeError, UsageInputError } from "@ldusage/types/errors";
import type { UsageHttpError } from "./errors/usage-http-error.ts";
import type { UsageNetworkError } from "./errors/usage-network-error.ts";

/** Every way in which a call can fail, apart from the caller's own abort. */
export type UsageFailure = UsageInputError | UsageHttpError | UsageNetworkError | UsageDecodeError;

/** Facts about a call that are not part of its response. */
export interface CallMeta {
  readonly operationId: string;
  /** HTTP status; absent when nothing was sent or no response arrived. */
  readonly status?: number;
}

/** What `request` resolves to. Switch on `ok`. */
export type UsageResult<Data> =
  | { readonly ok: true; readonly data: Data; readonly meta: CallMeta }
  | { readonly ok: false; readonly error: UsageFailure; readonly meta: CallMeta };
