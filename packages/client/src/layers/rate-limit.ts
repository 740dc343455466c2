import type { Layer } from "./layer.ts";
import type { RateLimiter } from "./rate-limiter.ts";

/** Sends each request when the limiter gives it a turn. */
export function rateLimit(limiter: RateLimiter): Layer {
  return (next) => async (attempt) => {
    const permit = await limiter.acquire(attempt.call, attempt.signal);
    try {
      const answer = await next(attempt);
      permit.answered(answer.response);
      return answer;
    } catch (error) {
      permit.lost();
      throw error;
    }
  };
}
