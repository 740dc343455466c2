let hasWarned = false;

/** Warns, once for all clients of a page, that a token in a page is everyone's. Workers and servers are no pages. */
export function warnInBrowser(allowBrowser: boolean | undefined): void {
  if (hasWarned || allowBrowser === true || typeof window === "undefined" || typeof document === "undefined")
    return;
  hasWarned = true;
  // biome-ignore lint/suspicious/noConsole: the page's author has no other place to see it before the token leaks.
  console.warn(
    "@ldusage/client: everyone who sees this page can read its LaunchDarkly access token. Call the API from a server instead, or set allowBrowser.",
  );
}
