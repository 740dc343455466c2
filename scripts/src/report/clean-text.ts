import { stripVTControlCharacters } from "node:util";
import type { Phrase } from "../compare/phrase.ts";

const longestQuote = 300;

/**
 * Other people's text for any output: on one line, without what a terminal would obey or a reader could not see, and
 * not longer than a few lines.
 */
export function cleanText(text: string, longest = longestQuote): string {
  // Cut first, so that no text is too long to be cleaned quickly.
  const visible = stripVTControlCharacters(text.slice(0, 20 * longest))
    .replace(/[\s\p{Cc}\p{Zl}\p{Zp}]+/gu, " ")
    .replace(/\p{C}/gu, "")
    .trim();
  const characters = [...visible];
  return characters.length > longest ? `${characters.slice(0, longest).join("")}…` : visible;
}

/**
 * Other people's text in backticks, which it cannot end. In Markdown that is a span of code, inside which nothing is a
 * link, a mention, a reference to an issue or HTML, and no backslash is needed.
 */
export function quote(text: string): string {
  const clean = cleanText(text).replaceAll("`", "'");
  return `\`${clean === "" ? '""' : clean}\``;
}

/** A phrase for a terminal, for JSON and for Markdown. */
export function renderPhrase({ own, quotes }: Phrase): string {
  return own
    .map((piece, index) => `${piece}${index < quotes.length ? quote(quotes[index] ?? "") : ""}`)
    .join("");
}
