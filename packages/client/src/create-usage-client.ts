import type { OperationId } from "@ldusage/types";
import { catalog } from "@ldusage/types/catalog";
import { UsageInputError } from "@ldusage/types/errors";
import { assembleClient } from "./assemble-client.ts";
import type { UsageRequests } from "./create-usage-core.ts";
import { allChecks } from "./encode/all-checks.ts";
import { explainStatus } from "./errors/explain-status.ts";
import type { UsageMethods } from "./generated/methods.ts";
import { attemptTimeout } from "./layers/attempt-timeout.ts";
import { deadline } from "./layers/deadline.ts";
import { rateLimit } from "./layers/rate-limit.ts";
import { createRateLimiter, type RateLimiter } from "./layers/rate-limiter.ts";
import { retry } from "./layers/retry.ts";
import type { UsageClientOptions } from "./options/client-options.ts";
import { warnInBrowser } from "./options/warn-in-browser.ts";

/** A client of the Account usage API: one method for each operation, and `request` for all of them. */
export interface UsageClient extends UsageMethods, UsageRequests<OperationId> {}

/**
 * Creates a client.
 *
 * A call passes a deadline, retries, the rate limiter and a timeout for each attempt, in this order. Methods throw
 * typed errors; `request` gives them as results.
 *
 * @throws UsageInputError when an option is not usable.
 *
 * @example
 * ```ts
 * import { createUsageClient } from "@ldusage/client";
 *
 * const usage = createUsageClient({ accessToken: "api-123", region: "eu", deadlineMs: 30_000, retry: { limit: 2 } });
 * const { response } = await usage.raw.GET("/api/v2/usage/mau/sdks");
 * response.status; //=> 200
 * ```
 */
export function createUsageClient(options: UsageClientOptions): UsageClient {
  warnInBrowser(options.allowBrowser);
  const client = assembleClient({
    ...options,
    operations: catalog,
    layers: [
      deadline(options.deadlineMs),
      retry(options.retry),
      rateLimit(limiterOf(options)),
      attemptTimeout(options.attemptTimeoutMs),
    ],
    checks: allChecks,
    explain: explainStatus(options.baseUrl === undefined ? (options.region ?? "us") : undefined),
  });
  // The interface is generated from the same catalog that the methods are made from.
  return client as UsageClient;
}

function limiterOf({ rateLimiter, concurrency, clock, random }: UsageClientOptions): RateLimiter {
  if (rateLimiter === undefined) return createRateLimiter({ concurrency, clock, random });
  if (concurrency === undefined) return rateLimiter;
  throw new UsageInputError({
    parameter: "concurrency",
    value: concurrency,
    rule: "a rate limiter is given too, which has its own",
    wayOut: "give it to createRateLimiter",
  });
}
