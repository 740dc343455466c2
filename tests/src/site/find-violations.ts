import axe from "axe-core";
import type { Page } from "playwright-core";

const colours = ["color-contrast", "link-in-text-block"];

/** What axe holds for serious or critical on a page, in both colour schemes. */
export async function findViolations(page: Page): Promise<readonly string[]> {
  await page.evaluate(axe.source);
  await page.emulateMedia({ colorScheme: "light" });
  const light = await run(page, {});
  await page.emulateMedia({ colorScheme: "dark" });
  // Nothing else depends on the scheme.
  return [...light, ...(await run(page, { runOnly: colours }))];
}

async function run(page: Page, options: axe.RunOptions): Promise<string[]> {
  const { violations } = await page.evaluate(
    (chosen) => {
      // The script above puts it there.
      const { axe: inPage } = globalThis as unknown as { axe: typeof axe };
      return inPage.run(chosen);
    },
    // Styles cannot be fetched from a local page, and no rule that counts here asks for them.
    { ...options, resultTypes: ["violations"], preload: false } satisfies axe.RunOptions,
  );
  return violations
    .filter(({ impact }) => impact === "serious" || impact === "critical")
    .flatMap(({ id, nodes }) =>
      nodes.map(({ target, failureSummary }) => `${id}, ${target}: ${failureSummary}`),
    );
}
