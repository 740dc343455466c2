import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";

const root = fileURLToPath(new URL("../../", import.meta.url));
const guides = (await readdir(join(root, "docs/guides"))).sort();
const read = (file: string): Promise<string> => readFile(join(root, file), "utf8");

// The snippets themselves are run by snippets.test.ts.
test.each(guides)("%s has a title, a program, a way to fail and a next step", async (guide) => {
  const text = await read(`docs/guides/${guide}`);
  const [, title = "", group] = /^---\n+title: (.+)\ngroup: (.+)\n---\n/.exec(text) ?? [];
  expect(group).toBe("Guides");
  expect(text.match(/^# .*$/gm)?.[0]).toBe(`# ${title}`);
  expect(text).toContain("```ts\n");
  expect(text).toContain("//=> ");
  expect(text).toMatch(/^## (When it fails|What can fail)$/m);
  expect(text).toMatch(/^## Where to go next\n\n- \[/m);
});

test("every guide is listed in the README or in CONTRIBUTING", async () => {
  const lists = (await Promise.all(["README.md", "CONTRIBUTING.md"].map(read))).join("");
  expect(guides.filter((guide) => !lists.includes(`](docs/guides/${guide})`))).toEqual([]);
});
