const longestQuote = 80;

/** A value as text for a message: short, on one line, with control characters escaped. */
export function quoteValue(value: unknown): string {
  return quoteText(plainText(value));
}

/** A text as it is for a message, without quotes around it: short, on one line, with control characters escaped. */
export function quoteText(text: string): string {
  const line = text.replace(
    /[\p{Control}\u2028\u2029]/gu,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );
  return line.length <= longestQuote ? line : `${line.slice(0, longestQuote)}…`;
}

function plainText(value: unknown): string {
  const type = typeof value;
  if (type === "function" || type === "symbol") return `a ${type}`;
  // JSON has no numbers that are not finite.
  if (type === "number") return `${value}`;
  try {
    return value instanceof Date ? value.toISOString() : (JSON.stringify(value) ?? String(value));
  } catch {
    if (type === "bigint") return `${value}n`;
    return value instanceof Date ? "an invalid Date" : "a value that cannot be shown";
  }
}
