import type { Browser, BrowserContextOptions, Page } from "playwright-core";

/** A page, and what went wrong on it so far. */
export interface OpenPage {
  readonly page: Page;
  /** Errors and warnings of the console, exceptions, and requests that failed. */
  readonly problems: string[];
  /** Where requests went. */
  readonly requests: string[];
  close(): Promise<void>;
}

/** Opens a page in a window of its own, and waits until it has its navigation and its search. */
export async function openPage(
  browser: Browser,
  url: string,
  options: BrowserContextOptions = {},
): Promise<OpenPage> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, ...options });
  const page = await context.newPage();
  const problems: string[] = [];
  const requests: string[] = [];
  page.on("console", (message) => {
    if (["error", "warning"].includes(message.type())) problems.push(message.text());
  });
  page.on("pageerror", (error) => problems.push(error.message));
  page.on("request", (request) => requests.push(request.url()));
  page.on("requestfailed", (request) => problems.push(`${request.url()} failed`));
  page.on("response", (response) => {
    if (response.status() >= 400) problems.push(`${response.url()} is ${response.status()}`);
  });
  await page.goto(url);
  await waitUntilReady(page);
  return { page, problems, requests, close: () => context.close() };
}

/** Waits for what TypeDoc's script adds to a page after it has loaded. */
export async function waitUntilReady(page: Page): Promise<void> {
  await page.waitForSelector("#tsd-nav-container a", { state: "attached" });
  await page.waitForFunction(() => document.getElementById("tsd-search-status")?.textContent === "");
}
