/** Named characters of HTML that descriptions are known to hold; others stay as they are, and are reported as odd. */
const named: Readonly<Record<string, string>> = {
  nbsp: " ",
  amp: "&",
  lt: "<",
  gt: ">",
  quot: '"',
  apos: "'",
  ndash: "-",
  mdash: "-",
  hellip: "...",
};

const block = /<\/?(?:p|div|ul|ol|table|tr|h[1-6]|pre|blockquote)\b[^<>]*>/gi;
const inline = /<\/?(?:b|strong|i|em|u|small|span|a|td|th|sup|sub)\b[^<>]*>/gi;

/**
 * The words of a description in Markdown or HTML: emphasis is gone, code stands in backticks, blocks and breaks end
 * lines, and the items of a list become a list in words.
 */
export function plainText(description: string): string {
  return joinItems(
    description
      .replace(/\r\n?/g, "\n")
      .replace(/<li\b[^<>]*>/gi, "\n- ")
      .replace(/<\/li>/gi, "\n")
      .replace(/<br\s*\/?>/gi, "\n")
      .replace(block, "\n")
      .replace(/<\/?(?:code|tt|kbd)>/gi, "`")
      .replace(inline, "")
      .replace(/\*\*/g, "")
      .replace(/&(?:#(\d{1,7})|#x([\da-f]{1,6})|(\w{1,8}));/gi, decode)
      .replace(/[\u2018\u2019]/g, "'")
      .replace(/[\u201c\u201d]/g, '"'),
  );
}

function decode(entity: string, decimal?: string, hexadecimal?: string, name?: string): string {
  if (name !== undefined) return Object.hasOwn(named, name) ? (named[name] ?? entity) : entity;
  const code = decimal === undefined ? Number.parseInt(hexadecimal ?? "", 16) : Number(decimal);
  return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : entity;
}

/** "Values:" and items on lines of their own become "Values: a, b." in one line. */
function joinItems(text: string): string {
  return text.replace(
    /:[^\S\n]*((?:\n\s*[-*+] [^\n]*)+)/g,
    (_whole, items: string) =>
      `: ${items
        .split("\n")
        .map((item) => item.replace(/^\s*[-*+] /, "").trim())
        .filter((item) => item !== "")
        .join(", ")}.\n`,
  );
}
