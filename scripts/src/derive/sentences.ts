import { plainText } from "./plain-text.ts";

/** A description as plain sentences: markup is gone, lists follow what introduces them, white space is folded. */
export function sentencesOf(description: string): string[] {
  return plainText(description)
    .split(/\n+|(?<=[.!?])\s+(?=[A-Z`])/)
    .map((sentence) => sentence.replace(/\s+/g, " ").trim())
    .filter((sentence) => sentence !== "");
}

const ones = [
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
const tens = ["zero", "ten", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"];

/** A whole number in digits, as a word up to twelve, or as a word for tens. */
export function countOf(text: string): number | undefined {
  if (/^\d+$/.test(text)) return Number(text);
  const word = text.toLowerCase();
  if (ones.includes(word)) return ones.indexOf(word);
  return tens.includes(word) ? tens.indexOf(word) * 10 : undefined;
}

/**
 * Items of a list in prose: in backticks or quotes, or plain words between commas, "and" and "or". Nothing at all when the
 * text holds more than a list, since an item must neither be lost nor made up.
 */
export function listedValues(text: string): string[] {
  const items = text
    .replace(/ \(default\)/gi, "")
    .replace(/\.$/, "")
    .split(/,? (?:and|or) |, /)
    .map((item) => item.trim());
  const isQuoted = items.some((item) => /[`"']/.test(item));
  const pattern = isQuoted ? /^[`"']([^`"']+)[`"']$/ : /^([\w.-]+)$/;
  const values = items.map((item) => pattern.exec(item)?.[1]);
  return values.every((value) => value !== undefined) ? values : [];
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
