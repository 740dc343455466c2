import { createHash } from "node:crypto";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { type ServedSite, serveSite } from "@ldusage/scripts/serve-site";
import { catalog } from "@ldusage/types/catalog";
import { type Browser, chromium, type Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { buildSite } from "./build-site.ts";
import { crawlSite } from "./crawl-site.ts";
import { findChromium } from "./find-chromium.ts";
import { findViolations } from "./find-violations.ts";
import { type OpenPage, openPage, waitUntilReady } from "./open-page.ts";
import { guides, kinds, operationPages, root } from "./page-kinds.ts";
import { listFiles, readNavigation, readSearchRows } from "./read-site.ts";

const operationIds = Object.keys(catalog);
const found = await findChromium();
const missing = "missing" in found ? found.missing : undefined;
// Reporters leave out the names of what is skipped.
if (missing !== undefined) process.stderr.write(`The site is not tested in a browser: ${missing}.\n`);

vi.setConfig({ hookTimeout: 180_000 });

let scratch = "";
let site = "";
let said = "";
beforeAll(async () => {
  scratch = await mkdtemp(join(tmpdir(), "ldusage-site-"));
  site = join(scratch, "site");
  [said] = await Promise.all([buildSite(root, site), buildSite(root, join(scratch, "again"))]);
});
afterAll(() => rm(scratch, { recursive: true, force: true }));

describe("the files of the site", () => {
  test("are the same whenever they are built, and their number and size are told", async () => {
    const digest = async (folder: string): Promise<string[]> =>
      Promise.all(
        (await listFiles(folder)).map(async (file) => {
          const hash = createHash("sha256").update(await readFile(join(folder, file)));
          return `${file} ${hash.digest("hex")}`;
        }),
      );
    const files = await digest(site);
    const again = await digest(join(scratch, "again"));
    expect(again.filter((line) => !files.includes(line))).toEqual([]);
    expect(again.length).toBe(files.length);
    const pages = files.filter((line) => /\.html /.test(line)).length;
    expect(said).toMatch(new RegExp(String.raw`\b${pages} pages, \d+\.\d MB`));
  });

  test("have no link that leads nowhere, and load nothing from elsewhere", async () => {
    const { pages, links, dead, foreignAssets } = await crawlSite(site);
    expect(pages).toBeGreaterThan(200);
    expect(links).toBeGreaterThan(5000);
    expect({ dead, foreignAssets }).toEqual({ dead: [], foreignAssets: [] });
  });

  test("show documents as pages, never as their source", async () => {
    expect((await listFiles(site)).filter((file) => file.endsWith(".md"))).toEqual([]);
  });

  test("are found by task: guides, operations, packages", async () => {
    const navigation = await readNavigation(site);
    const titles = navigation.map(({ text }) => text);
    const packages = ["client", "helpers", "simulator", "types"].map((name) => `@ldusage/${name}`);
    expect(titles).toEqual([
      ...(guides.length > 0 ? ["Guides"] : []),
      "Operations",
      ...packages,
      "Maintaining",
    ]);
    const under = (title: string): (string | undefined)[] =>
      (navigation.find(({ text }) => text === title)?.children ?? []).map(({ path }) => path);
    expect(under("Guides").toSorted()).toEqual(guides.map((name) => `guides/${name}.html`));
    expect(under("Operations").toSorted()).toEqual(
      ["operations.html", ...operationPages.map((id) => `operations/${id}.html`)].toSorted(),
    );
    const helpers = navigation.find(({ text }) => text === "@ldusage/helpers")?.children ?? [];
    expect(helpers.map(({ text }) => text)).toEqual([
      "Overview",
      "Time ranges",
      "Planning and collecting",
      "Series",
      "Reshaping",
      "Billing",
      "Formats",
      "Errors",
    ]);
  });

  test("are searched for each operation, as a method of the client and as its page", async () => {
    const rows = (await readSearchRows(site)).map(({ name, url }) => `${name} ${url}`);
    for (const id of operationIds) {
      expect(rows).toContain(`${id} interfaces/client.UsageMethods.html#${id.toLowerCase()}`);
    }
    for (const id of operationPages) expect(rows).toContain(`${id} operations/${id}.html`);
  });
});

describe.skipIf(missing !== undefined)("the site in Chromium", () => {
  let browser: Browser;
  let served: ServedSite;
  const bases = { http: () => served.url, file: () => pathToFileURL(`${site}/`).href };
  const open = (path: string, options = {}) => openPage(browser, served.url + path, options);

  beforeAll(async () => {
    served = await serveSite(site);
    const executablePath = "path" in found ? found.path : "";
    browser = await chromium.launch({ executablePath, args: ["--no-sandbox", "--disable-gpu"] });
  });
  afterAll(async () => {
    await browser.close();
    await served.close();
  });

  describe.each(Object.entries(kinds))("a page of the kind %s", (_kind, path) => {
    let opened: OpenPage;
    beforeAll(async () => {
      opened = await open(path);
    });
    afterAll(() => opened.close());

    test("has every landmark once, and one title", async () => {
      const { page } = opened;
      for (const role of ["banner", "main", "contentinfo"] as const) {
        expect(await page.getByRole(role).count(), role).toBe(1);
      }
      expect(await page.getByRole("navigation", { name: "Site" }).count()).toBe(1);
      expect(await page.getByRole("heading", { level: 1 }).count()).toBe(1);
    });

    test("has no serious violation in either scheme", async () => {
      expect(await findViolations(opened.page, ["light", "dark"])).toEqual([]);
    });

    test("fits into a narrow window, with no serious violation there either", async () => {
      const { page } = opened;
      await page.setViewportSize({ width: 360, height: 700 });
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
      expect(await findViolations(page, ["light"])).toEqual([]);
    });

    test("is whole, and asks nobody else", () => expectWhole(opened, served.url));

    test("is whole from a folder as well", async () => {
      const fromFolder = await openPage(browser, bases.file() + path);
      expectWhole(fromFolder, bases.file());
      await fromFolder.close();
    });
  });

  describe.each(["http", "file"] as const)("over %s", (protocol) => {
    test("typing finds operations, and the keyboard opens them", async () => {
      const { page, problems, close } = await openPage(browser, `${bases[protocol]()}index.html`);
      for (const id of [operationIds.at(0), operationIds.at(-1)].map(String)) {
        expect((await search(page, id))[0]).toContain(
          operationPages.includes(id) ? `operations/${id}.html` : id,
        );
        await page.keyboard.press("ArrowDown");
        await page.keyboard.press("Enter");
        await page.waitForURL((url) => url.href.includes(id));
        await waitUntilReady(page);
      }
      expect(problems).toEqual([]);
      await close();
    });

    test("the choice of colours holds on the next page", async () => {
      const base = bases[protocol]();
      const { page, close } = await openPage(browser, base + kinds.home, { colorScheme: "light" });
      const background = () => page.evaluate(() => getComputedStyle(document.body).backgroundColor);
      const light = await background();
      await page.emulateMedia({ colorScheme: "dark" });
      const dark = await background();
      expect(dark).not.toBe(light);
      await page.getByLabel("Colours").selectOption("light");
      expect(await background()).toBe(light);
      await page.goto(base + kinds.function);
      await waitUntilReady(page);
      expect([await background(), await page.getByLabel("Colours").inputValue()]).toEqual([light, "light"]);
      await close();
    });
  });

  test.skipIf(guides.length === 0)("a guide is found by a word that it alone has", async () => {
    const { page, close } = await open(kinds.home);
    const [guide = "", ...others] = [...guides.map((name) => `guides/${name}`), "operations"];
    const wordsOf = async (name: string): Promise<string[]> =>
      (await readFile(join(root, "docs", `${name}.md`), "utf8")).match(/(?<= )[a-z]{7,}(?= )/g) ?? [];
    const common = new Set((await Promise.all(others.map(wordsOf))).flat());
    const word = (await wordsOf(guide)).find((candidate) => !common.has(candidate)) ?? "";
    expect(await search(page, word)).toContain(`${served.url}${guide}.html`);
    await close();
  });

  test("the open search and the open menu have no serious violation", async () => {
    const { page, close } = await open(kinds.home, { viewport: { width: 390, height: 800 } });
    await search(page, "pivot");
    expect(await findViolations(page, ["light", "dark"])).toEqual([]);
    await page.keyboard.press("Escape");
    await page.waitForSelector("#tsd-search", { state: "hidden" });
    await page.getByRole("button", { name: "Menu" }).click();
    expect(await findViolations(page, ["light", "dark"])).toEqual([]);
    await close();
  });

  test("the Tab key reaches skip link, search, colours, text and navigation, and shows where it is", async () => {
    const { page, close } = await open(kinds.function);
    const stops: string[] = [];
    for (let presses = 0; presses < 80 && stops.at(-1) !== "Site"; presses += 1) {
      await page.keyboard.press("Tab");
      const { place, outline } = await page.evaluate(describeFocus);
      expect(outline, place).toBe("2px");
      if (place !== stops.at(-1)) stops.push(place);
    }
    expect(stops.slice(0, 5)).toEqual(["Skip to the text", "ldusage", "Search", "Colours", "main"]);
    expect(stops.at(-1)).toBe("Site");
    await close();
  });

  test("the skip link leads to the text", async () => {
    const { page, close } = await open(kinds.guide);
    await page.keyboard.press("Tab");
    await page.keyboard.press("Enter");
    expect(await page.evaluate(() => document.activeElement?.id)).toBe("content");
    await close();
  });

  test("the menu of a narrow window opens and closes by keyboard", async () => {
    const { page, close } = await open(kinds.home, { viewport: { width: 390, height: 700 } });
    const trigger = page.getByRole("button", { name: "Menu" });
    const home = page.getByRole("navigation", { name: "Site" }).getByRole("link", { name: "Home" });
    expect([await trigger.getAttribute("aria-expanded"), await home.isVisible()]).toEqual(["false", false]);
    await trigger.focus();
    await page.keyboard.press("Enter");
    await home.waitFor();
    expect(await trigger.getAttribute("aria-expanded")).toBe("true");
    expect(await page.evaluate(() => document.activeElement?.closest("#menu") !== null)).toBe(true);
    await page.keyboard.press("Escape");
    await home.waitFor({ state: "hidden" });
    expect(await page.evaluate(() => document.activeElement?.id)).toBe("menu-trigger");
    await close();
  });

  test("paper shows the text alone", async () => {
    const { page, close } = await open(kinds.guide);
    await page.emulateMedia({ media: "print" });
    expect(await page.getByRole("heading", { level: 1 }).isVisible()).toBe(true);
    for (const role of ["banner", "navigation"] as const)
      expect(await page.getByRole(role).count(), role).toBe(0);
    await close();
  });
});

function expectWhole({ problems, requests }: OpenPage, base: string): void {
  expect(problems).toEqual([]);
  expect(requests.length).toBeGreaterThan(5);
  expect(requests.filter((url) => !url.startsWith(base))).toEqual([]);
}

/** Types into the search, and gives where its results lead, best first, in full. */
async function search(page: Page, words: string): Promise<string[]> {
  await page.keyboard.press("/");
  await page.keyboard.type(words);
  const results = page.locator("#tsd-search-results a");
  await results.first().waitFor();
  return results.evaluateAll((links) => links.map((link) => link.dataset["href"] ?? ""));
}

/** Where the focus is, by landmark or name, and how wide the line around it. */
function describeFocus(): { place: string; outline: string } {
  const focused = document.activeElement ?? document.body;
  const { outlineStyle, outlineWidth } = getComputedStyle(focused);
  const region = focused.closest("main, nav[aria-label=Site]");
  const name = focused.getAttribute("aria-label") ?? focused.textContent?.trim() ?? "";
  return {
    place: region === null ? name : (region.getAttribute("aria-label") ?? "main"),
    outline: outlineStyle === "none" ? "none" : outlineWidth,
  };
}
