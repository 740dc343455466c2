/** First lines of every generated file. */
export function banner(comment: "//" | "<!--"): string {
  const text = "Generated from spec/account-usage.json by `npm run generate`. Do not edit.";
  return comment === "//" ? `// ${text}\n` : `<!-- ${text} -->\n`;
}
