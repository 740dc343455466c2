/** An account's budget of requests, in windows of which the first begins with the first request. */
export class RequestBudget {
  requestCount = 0;
  refusalCount = 0;
  readonly #limit: number;
  readonly #windowMs: number;
  #endsAtMs = Number.NEGATIVE_INFINITY;
  #remaining = 0;

  constructor(limit: number, windowMs: number) {
    this.#limit = limit;
    this.#windowMs = windowMs;
  }

  /** Takes a request in. Gives what is left, and when the window ends. */
  take(nowMs: number): {
    readonly isRefused: boolean;
    readonly remaining: number;
    readonly resetAtMs: number;
  } {
    this.requestCount += 1;
    if (nowMs >= this.#endsAtMs) {
      // Windows follow each other without a gap.
      const first = this.#endsAtMs === Number.NEGATIVE_INFINITY;
      const over = first ? 0 : Math.floor((nowMs - this.#endsAtMs) / this.#windowMs);
      this.#endsAtMs = first ? nowMs + this.#windowMs : this.#endsAtMs + (over + 1) * this.#windowMs;
      this.#remaining = this.#limit;
    }
    const isRefused = this.#remaining === 0;
    if (isRefused) this.refusalCount += 1;
    else this.#remaining -= 1;
    return { isRefused, remaining: this.#remaining, resetAtMs: this.#endsAtMs };
  }
}
