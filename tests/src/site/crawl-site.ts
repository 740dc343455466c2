import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { listFiles, pathsOf, readNavigation, readSearchRows } from "./read-site.ts";

/** What a crawl of a site met. */
export interface Crawl {
  readonly pages: number;
  /** Links inside of the site. */
  readonly links: number;
  /** Links that lead nowhere, each as `page: link`. */
  readonly dead: readonly string[];
  /** What pages load from elsewhere. */
  readonly foreignAssets: readonly string[];
}

const origin = "http://site";
const unescapeHtml = (text: string): string =>
  text.replaceAll("&quot;", '"').replaceAll("&lt;", "<").replaceAll("&gt;", ">").replaceAll("&amp;", "&");

/** Follows every link of every page, of the navigation and of the search, to files and to places in them. */
export async function crawlSite(site: string): Promise<Crawl> {
  const files = await listFiles(site);
  const pages = new Map<string, string>();
  for (const file of files.filter((name) => name.endsWith(".html"))) {
    pages.set(file, await readFile(join(site, file), "utf8"));
  }
  const anchors = new Map([...pages].map(([file, html]) => [file, new Set(attributes(html, "id"))]));
  const isThere = (from: string, link: string): boolean => {
    const { pathname, hash } = new URL(link, `${origin}/${from}`);
    const path = decodeURIComponent(pathname).slice(1);
    const file = path === "" || path.endsWith("/") ? `${path}index.html` : path;
    return (
      files.includes(file) &&
      (hash === "" || anchors.get(file)?.has(decodeURIComponent(hash.slice(1))) === true)
    );
  };
  const crawl = { pages: pages.size, links: 0, dead: [] as string[], foreignAssets: [] as string[] };
  const follow = (from: string, link: string): void => {
    crawl.links += 1;
    if (!isThere(from, link)) crawl.dead.push(`${from}: ${link}`);
  };
  for (const [file, html] of pages) {
    const assets = [...attributes(html, "src"), ...attributes(html, "href", "link")];
    crawl.foreignAssets.push(...assets.filter(isForeign));
    // An icon is part of a page once the page has loaded it.
    const links = attributes(html, "href").filter((link) => !link.startsWith("#icon-"));
    for (const link of [...links, ...attributes(html, "src")].filter((text) => !isForeign(text)))
      follow(file, link);
  }
  for (const path of pathsOf(await readNavigation(site))) follow("index.html", path);
  for (const { url } of await readSearchRows(site)) follow("index.html", url);
  return crawl;
}

const isForeign = (link: string): boolean => /^(?:[a-z][a-z+.-]*:|\/\/)/i.test(link);

// Text in pages has no quotes that are not escaped, so that nothing but an attribute looks like one.
function attributes(html: string, name: string, tag = String.raw`[a-z][\w-]*`): string[] {
  const pattern = new RegExp(String.raw`<${tag}\b[^>]*?\s${name}="([^"]*)"`, "g");
  return [...html.matchAll(pattern)].map((match) => unescapeHtml(match[1] ?? ""));
}
