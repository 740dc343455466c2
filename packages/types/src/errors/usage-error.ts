// A registered symbol, so that the guards also work across two installed copies of this package.
const brand: unique symbol = Symbol.for("@ldusage/types.UsageError");

/**
 * Base of every error of the ldusage packages. Holds facts only: never a request, headers or options.
 *
 * @example
 * ```ts
 * import { UsageError } from "@ldusage/types/errors";
 *
 * class QuotaError extends UsageError {
 *   override readonly name = "QuotaError";
 * }
 * String(new QuotaError("the month is over its limit")); //=> "QuotaError: the month is over its limit"
 * ```
 */
export abstract class UsageError extends Error {
  /** Literal name of the class, safe to switch on. */
  abstract override readonly name: string;

  /** @param facts What the error carries besides its message, as own properties that its class declares. */
  constructor(message: string, facts: object = {}) {
    super(message);
    Object.assign(this, facts);
    Object.defineProperty(this, brand, { value: true });
  }

  /**
   * The name, the message and the facts of the error as a plain object, for logs and reports. It has no stack and
   * no access token.
   *
   * @example
   * ```ts
   * import { UsageDecodeError } from "@ldusage/types/errors";
   *
   * const error = new UsageDecodeError({ found: "the body is empty" });
   * JSON.parse(JSON.stringify(error)).found; //=> "the body is empty"
   * ```
   */
  toJSON(): Readonly<Record<string, unknown>> {
    // The message is not enumerable; everything else that the class declares is.
    const facts: Record<string, unknown> = { name: this.name, message: this.message };
    return Object.assign(facts, this);
  }
}

/**
 * Whether a value is an error of the ldusage packages, also when it comes from another copy of them.
 *
 * @example
 * ```ts
 * import { isUsageError, UsageDecodeError } from "@ldusage/types/errors";
 *
 * isUsageError(new UsageDecodeError({ found: "the body is empty" })); //=> true
 * isUsageError(new Error("another")); //=> false
 * ```
 */
export function isUsageError(value: unknown): value is UsageError {
  return typeof value === "object" && value !== null && brand in value;
}
