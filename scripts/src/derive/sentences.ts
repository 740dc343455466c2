/** A description as plain sentences: HTML breaks and Markdown emphasis are gone, white space is folded. */
export function sentencesOf(description: string): string[] {
  return description
    .replace(/<br\s*\/?>/gi, "\n")
    .replace(/\*\*/g, "")
    .split(/\n+|(?<=[.!?])\s+(?=[A-Z`])/)
    .map((sentence) => sentence.replace(/\s+/g, " ").trim())
    .filter((sentence) => sentence !== "");
}

const words = [
  "zero",
  "one",
  "two",
  "three",
  "four",
  "five",
  "six",
  "seven",
  "eight",
  "nine",
  "ten",
  "eleven",
  "twelve",
];

/** A count written in digits or, up to twelve, as a word. */
export function countOf(text: string): number | undefined {
  if (/^\d+$/.test(text)) return Number(text);
  const index = words.indexOf(text.toLowerCase());
  return index === -1 ? undefined : index;
}

/** Items of a list in prose: the ones in backticks where there are any, else those between commas, "and" and "or". */
export function listedValues(text: string): string[] {
  const quoted = [...text.matchAll(/`([^`]+)`/g)].map((match) => match[1] ?? "");
  if (quoted.length > 0) return quoted;
  return text
    .replace(/\.$/, "")
    .split(/,|\band\b|\bor\b/)
    .map((item) => item.trim())
    .filter((item) => /^[\w.-]+$/.test(item));
}

/** Words of a camel case, kebab case or plain name, in lower case: `sdkAppId` gives sdk, app, id. */
export function wordsOf(name: string): string[] {
  return name
    .replace(/([a-z\d])([A-Z])/g, "$1 $2")
    .split(/[\s_-]+/)
    .map((word) => word.toLowerCase())
    .filter((word) => word !== "");
}

/** The name as lower-case words joined by dashes. */
export function kebab(name: string): string {
  return wordsOf(name).join("-");
}
