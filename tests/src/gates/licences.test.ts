import { execFile } from "node:child_process";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { beforeAll, describe, expect, test } from "vitest";
import { isPermissive, otherTools } from "./licences.ts";

const root = fileURLToPath(new URL("../../../", import.meta.url));

interface Dependency {
  readonly name: string;
  readonly versions: readonly string[];
  readonly paths: readonly string[];
  readonly license: string;
}

/** Dependencies that are installed; what is for other platforms alone is not. */
async function listDependencies(...args: readonly string[]): Promise<readonly Dependency[]> {
  const pnpm = join(root, "node_modules/.bin/pnpm");
  const options = { cwd: root, maxBuffer: 2 ** 26 };
  const { stdout } = await promisify(execFile)(pnpm, [...args, "licenses", "list", "--json"], options);
  const found: Readonly<Record<string, readonly Dependency[]>> = JSON.parse(stdout);
  return Object.values(found)
    .flat()
    .filter(({ paths }) => paths.some((path) => existsSync(path)));
}

const describeAll = (dependencies: readonly Dependency[]): readonly string[] =>
  dependencies.map(({ name, versions, license }) => `${name} ${versions.join(", ")}: ${license}`);

let all: readonly Dependency[];
let published: readonly Dependency[];
beforeAll(async () => {
  [all, published] = await Promise.all([
    listDependencies("--recursive"),
    listDependencies("--filter=./packages/*", "--prod"),
  ]);
});

test("what users install may be used by anybody", () => {
  expect(published.map(({ name }) => name)).toEqual(expect.arrayContaining(["hono", "openapi-fetch"]));
  expect(describeAll(published.filter(({ license }) => !isPermissive(license)))).toEqual([]);
});

test("so may the tools, but for those that are listed with a reason", () => {
  expect(all.length).toBeGreaterThan(200);
  const others = all.filter(({ license }) => !isPermissive(license));
  const isListed = ({ name, license }: Dependency): boolean =>
    otherTools.some((tool) => tool.name.test(name) && tool.licence === license);
  expect(describeAll(others.filter((dependency) => !isListed(dependency)))).toEqual([]);
});

test("nothing is listed that is not installed", () => {
  const unused = otherTools.filter((tool) => !all.some(({ name }) => tool.name.test(name)));
  expect(unused).toEqual([]);
});

describe("an expression", () => {
  test.each([
    ["MIT", true],
    ["(MIT OR CC0-1.0)", true],
    ["GPL-3.0-only OR MIT", true],
    ["MIT AND ISC", true],
    ["GPL-3.0-only", false],
    ["MIT AND GPL-3.0-only", false],
    ["LGPL-3.0-only", false],
    ["Unknown", false],
    ["", false],
    ["SEE LICENSE IN LICENSE", false],
    ["(MIT AND (GPL-3.0-only OR ISC))", false],
  ])("%s: %s", (expression, expected) => {
    expect(isPermissive(expression)).toBe(expected);
  });
});
