import axe from "axe-core";
import type { Page } from "playwright-core";

const colours = ["color-contrast", "link-in-text-block"];

/** What axe holds for serious or critical on a page, in one colour scheme or both. */
export async function findViolations(
  page: Page,
  [scheme, ...others]: readonly ["light" | "dark", ...("light" | "dark")[]],
): Promise<readonly string[]> {
  await page.evaluate(axe.source);
  await page.emulateMedia({ colorScheme: scheme });
  const found = await run(page, {});
  for (const colorScheme of others) {
    await page.emulateMedia({ colorScheme });
    // Nothing else depends on the scheme.
    found.push(...(await run(page, { runOnly: colours })));
  }
  return found;
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
