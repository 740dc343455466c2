import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { compareReports } from "./compare-reports.ts";

const manifest = {
  name: "@example/widgets",
  version: "1.0.0",
  exports: {
    "./paint": { types: "./dist/paint.d.ts", default: "./dist/paint.js" },
    "./package.json": "./package.json",
  },
};
const declarations = `interface Color {
  readonly name: string;
}
/** Paints. */
export declare function paint(color: Color): void;
export {};
`;

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "ldusage-report-"));
  await write("package.json", JSON.stringify(manifest));
  await write("dist/paint.d.ts", declarations);
});
afterEach(() => rm(folder, { recursive: true, force: true }));

async function write(path: string, text: string): Promise<void> {
  await mkdir(dirname(join(folder, path)), { recursive: true });
  await writeFile(join(folder, path), text);
}

async function commitReport(): Promise<void> {
  const [difference] = await compareReports(folder);
  await write("api/paint.api.md", difference?.wanted ?? "");
}

test("a report that is missing is told with the whole surface", async () => {
  const [difference, ...others] = await compareReports(folder);
  expect(others).toEqual([]);
  expect(difference?.file).toBe("api/paint.api.md");
  expect(difference?.lines).toContain("+ export function paint(color: Color): void;");
});

test("a committed report of the same surface is no difference", async () => {
  await commitReport();
  expect(await compareReports(folder)).toEqual([]);
});

test("a change of a type that no entry exports is one of the surface, when something exported needs it", async () => {
  await commitReport();
  await write("dist/paint.d.ts", declarations.replace("name: string", "name: number"));
  const differences = await compareReports(folder);
  expect(differences.map(({ lines }) => lines)).toEqual([
    ["-     readonly name: string;", "+     readonly name: number;"],
  ]);
});

test("a report of an entry that is gone is told", async () => {
  await commitReport();
  await write("api/brush.api.md", "");
  expect(await compareReports(folder)).toEqual([{ file: "api/brush.api.md", wanted: undefined, lines: [] }]);
});

test("declarations that are not built stop it", async () => {
  await rm(join(folder, "dist"), { recursive: true });
  await expect(compareReports(folder)).rejects.toThrow(/dist\/paint\.d\.ts/);
});
