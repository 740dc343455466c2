import { isObject } from "./json.ts";

/** A place in a document as a JSON pointer in a URI fragment, readable: `#/paths/~1api/get`. */
export function pointerOf(tokens: readonly string[]): string {
  return ["#", ...tokens.map((token) => token.replaceAll("~", "~0").replaceAll("/", "~1"))].join("/");
}

/** A reference to the place that the tokens lead to, for `$ref`. */
export function referenceTo(tokens: readonly string[]): string {
  // Half a character has no encoding, and stays.
  const encode = (token: string): string => token.replace(/\P{Surrogate}+/gu, encodeURIComponent);
  return ["#", ...tokens.map((token) => encode(token.replaceAll("~", "~0").replaceAll("/", "~1")))].join("/");
}

/**
 * The tokens of a reference into the same document: `#/paths/~1a%7Bb%7D` gives paths and /a{b}. `undefined` for a
 * reference to another document or to an anchor.
 */
export function tokensOf(reference: string): string[] | undefined {
  if (reference !== "#" && !reference.startsWith("#/")) return undefined;
  return reference
    .split("/")
    .slice(1)
    .map((token) => decode(token).replaceAll("~1", "/").replaceAll("~0", "~"));
}

/** What the tokens lead to; `undefined` where they lead nowhere. Never what objects inherit. */
export function lookUp(document: unknown, tokens: readonly string[]): unknown {
  let value = document;
  for (const token of tokens) {
    if (Array.isArray(value)) value = /^(?:0|[1-9]\d*)$/.test(token) ? value[Number(token)] : undefined;
    else value = isObject(value) && Object.hasOwn(value, token) ? value[token] : undefined;
  }
  return value;
}

// A percent sign that encodes nothing is itself: names of components are not always encoded.
function decode(token: string): string {
  try {
    return decodeURIComponent(token);
  } catch {
    return token;
  }
}
