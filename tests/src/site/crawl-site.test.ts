import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { deflateSync } from "node:zlib";
import { afterAll, beforeAll, expect, test } from "vitest";
import { crawlSite } from "./crawl-site.ts";

let site = "";
beforeAll(async () => {
  site = await mkdtemp(join(tmpdir(), "ldusage-crawled-"));
  await mkdir(join(site, "assets"));
  const compressed = (value: unknown): string => deflateSync(JSON.stringify(value)).toString("base64");
  const navigation = [
    {
      text: "All",
      children: [
        { text: "One", path: "one.html" },
        { text: "Two", path: "two.html" },
      ],
    },
  ];
  const rows = [
    { name: "part", url: "one.html#part" },
    { name: "gone", url: "one.html#gone" },
  ];
  await writeFile(join(site, "assets/navigation.js"), `window.navigationData = "${compressed(navigation)}"`);
  await writeFile(join(site, "assets/search.js"), `window.searchData = "${compressed({ rows })}";`);
  await writeFile(
    join(site, "index.html"),
    '<link rel="stylesheet" href="https://cdn.test/x.css"><script src="//cdn.test/x.js"></script>' +
      '<a class="a" href="one.html#part">1</a><a href="one.html#missing">2</a><a href="https://elsewhere.test/">3</a>' +
      '<a href="assets/search.js">4</a><img src="no&amp;thing.png">',
  );
  await writeFile(join(site, "one.html"), '<p id="part"><a href="./">home</a><a href="#part">here</a></p>');
});
afterAll(() => rm(site, { recursive: true }));

test("tells every link that leads nowhere, and everything that is loaded from elsewhere", async () => {
  expect(await crawlSite(site)).toEqual({
    pages: 2,
    links: 10,
    dead: [
      "index.html: one.html#missing",
      "index.html: no&thing.png",
      "index.html: two.html",
      "index.html: one.html#gone",
    ],
    foreignAssets: ["//cdn.test/x.js", "https://cdn.test/x.css"],
  });
});
