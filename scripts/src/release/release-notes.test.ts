import { expect, test } from "vitest";
import { releaseNotes } from "./release-notes.ts";

const helpers = "# @ldusage/helpers\n\n## 0.10.0\n\n### Minor Changes\n\n- Rows.\n\n## 0.1.0\n\n- First.\n";
const types = "# @ldusage/types\n\n## 0.1.0\n\n- First types.\n";
const packages = [
  { name: "@ldusage/types", changelog: types },
  { name: "@ldusage/helpers", changelog: helpers },
];

test("the notes of a version are its sections of all changelogs", () => {
  expect(releaseNotes("0.1.0", packages)).toBe(
    "## @ldusage/types\n\n- First types.\n\n## @ldusage/helpers\n\n- First.\n",
  );
});

test("a package without a section of the version is left out", () => {
  expect(releaseNotes("0.10.0", packages)).toBe("## @ldusage/helpers\n\n### Minor Changes\n\n- Rows.\n");
});

test("a version that no changelog has is refused", () => {
  expect(() => releaseNotes("0.2.0", packages)).toThrow('no changelog has a section "## 0.2.0"');
});
