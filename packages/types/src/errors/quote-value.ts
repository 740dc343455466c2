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
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? "an invalid Date" : value.toISOString();
  if (typeof value === "number") return String(value);
  if (typeof value === "bigint") return `${value}n`;
  if (typeof value === "function" || typeof value === "symbol") return `a ${typeof value}`;
  try {
    return JSON.stringify(value) ?? String(value);
  } catch {
    return "a value that cannot be shown";
  }
}
