import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
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
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "ldusage-report-"));
  await write("package.json", JSON.stringify(manifest));
  await write("dist/paint.d.ts", declarations);
});
afterAll(() => rm(folder, { recursive: true, force: true }));

async function write(path: string, text: string): Promise<void> {
  await mkdir(dirname(join(folder, path)), { recursive: true });
  await writeFile(join(folder, path), text);
}

// Each step begins where the one before it ended: compiling takes long.
test("a report that is missing is told with the whole surface, and none is once it is committed", async () => {
  const [difference, ...others] = await compareReports(folder);
  expect(others).toEqual([]);
  expect(difference?.file).toBe("api/paint.api.md");
  expect(difference?.lines).toContain("+ export function paint(color: Color): void;");
  await write("api/paint.api.md", difference?.wanted ?? "");
});

test("a committed report of the same surface is no difference, and one of no entry is", async () => {
  await write("api/brush.api.md", "");
  expect(await compareReports(folder)).toEqual([{ file: "api/brush.api.md", wanted: undefined, lines: [] }]);
  await rm(join(folder, "api/brush.api.md"));
});

test("a change of a type that no entry exports is one of the surface, when something exported needs it", async () => {
  await write("dist/paint.d.ts", declarations.replace("name: string", "name: number"));
  const differences = await compareReports(folder);
  expect(differences.map(({ lines }) => lines)).toEqual([
    ["-     readonly name: string;", "+     readonly name: number;"],
  ]);
});

test("declarations that are not built stop it", async () => {
  await rm(join(folder, "dist"), { recursive: true });
  await expect(compareReports(folder)).rejects.toThrow(/dist\/paint\.d\.ts/);
});
