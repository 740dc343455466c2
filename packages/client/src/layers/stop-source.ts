/** The part of an `AbortSignal` that the client's own code uses. Listeners are called once. */
export interface StopSignal {
  readonly aborted: boolean;
  readonly reason: unknown;
  throwIfAborted(): void;
  addEventListener(type: "abort", listener: () => void, options: { readonly once: true }): void;
  removeEventListener(type: "abort", listener: () => void): void;
}

/**
 * A signal and its controller in one, for use within the client: each call and each attempt has one, and every wait
 * listens to it. Those of the platform cost several microseconds apiece, which adds up to a good part of a call.
 */
export class StopSource implements StopSignal {
  aborted = false;
  reason: unknown = undefined;
  readonly #listeners: (() => void)[] = [];

  /** How many wait to be told. */
  get listenerCount(): number {
    return this.#listeners.length;
  }

  /** Tells every listener, in order. A later reason changes nothing. */
  abort(reason: unknown): void {
    if (this.aborted) return;
    this.aborted = true;
    this.reason = reason;
    // One by one: a listener may take back another.
    for (let next = this.#listeners.shift(); next !== undefined; next = this.#listeners.shift()) next();
  }

  throwIfAborted(): void {
    if (this.aborted) throw this.reason;
  }

  addEventListener(_type: "abort", listener: () => void, _options?: { readonly once: true }): void {
    if (!this.aborted) this.#listeners.push(listener);
  }

  removeEventListener(_type: "abort", listener: () => void): void {
    const position = this.#listeners.indexOf(listener);
    if (position !== -1) this.#listeners.splice(position, 1);
  }
}
