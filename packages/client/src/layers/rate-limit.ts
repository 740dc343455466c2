import { refuseOption } from "@ldusage/types/runtime";
import type { Layer } from "./layer.ts";
import { QueueingRateLimiter, type RateLimiter } from "./rate-limiter.ts";

/**
 * Sends each request when the limiter gives it a turn.
 *
 * @throws UsageInputError when the limiter is not one of `createRateLimiter`.
 */
export function rateLimit(limiter: RateLimiter): Layer {
  if (!(limiter instanceof QueueingRateLimiter)) {
    const rule = "it does not come from createRateLimiter of this copy of @ldusage/client";
    throw refuseOption("rateLimiter", "(not shown)", rule, "make it with createRateLimiter");
  }
  return (next) => async (attempt) => {
    const permit = await limiter.acquire(attempt.call, attempt.signal);
    const { attempts, lastResponse } = attempt.call;
    try {
      const answer = await next(attempt);
      permit.answered(answer.response, answer.rateLimit);
      return answer;
    } catch (error) {
      // A response whose body fails has told of the budget all the same.
      const { lastResponse: response } = attempt.call;
      if (response !== undefined && response !== lastResponse) permit.answered(response);
      else permit.lost(attempt.call.attempts > attempts);
      throw error;
    }
  };
}
