/** What every generated file says of itself. */
export const bannerText = "Generated from spec/account-usage.json by `npm run generate`. Do not edit.";

/** First lines of a generated file of code. */
export function banner(comment: "//"): string {
  return `${comment} ${bannerText}\n`;
}
