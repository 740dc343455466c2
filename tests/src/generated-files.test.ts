import { execFile } from "node:child_process";
import { cp, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { findStale } from "@ldusage/scripts/find-stale";
import { renderAll } from "@ldusage/scripts/pipeline";
import { afterAll, expect, test } from "vitest";
import { copyRepository } from "./copy-repository.ts";

const root = fileURLToPath(new URL("../../", import.meta.url));
const scratch = await mkdtemp(join(tmpdir(), "ldusage-drift-"));
afterAll(() => rm(scratch, { recursive: true, force: true }));

const { targets } = await renderAll(root);

test("the committed files are what the pipeline makes", async () => {
  expect(await findStale(root, targets)).toEqual([]);
});

test("the pipeline makes the same bytes each time", async () => {
  expect((await renderAll(root)).targets).toEqual(targets);
});

test.each(targets.map(({ file }) => file))(
  "one changed byte of %s is found, and only that file is named",
  async (file) => {
    for (const target of targets) await cp(join(root, target.file), join(scratch, target.file));
    const bytes = await readFile(join(scratch, file));
    const position = Math.floor(bytes.length / 2);
    bytes[position] = (bytes[position] ?? 0) ^ 1;
    await writeFile(join(scratch, file), bytes);
    expect(await findStale(scratch, targets)).toEqual([file]);
  },
);

test("a missing file and a file that the pipeline does not make are found", async () => {
  for (const target of targets) await cp(join(root, target.file), join(scratch, target.file));
  const [first = { file: "" }] = targets;
  await rm(join(scratch, first.file));
  const stray = "packages/types/src/generated/stray.ts";
  await writeFile(join(scratch, stray), "export {};\n");
  expect(await findStale(scratch, targets)).toEqual([first.file, stray]);
  await rm(join(scratch, stray));
});

test("the command names the file and exits 1, and a failing overlay action stops generation with its reason", async () => {
  const copy = await copyRepository(root);
  try {
    const file = join(copy, "packages/types/src/generated/catalog.ts");
    const catalog = await readFile(file, "utf8");
    await writeFile(file, catalog.replace("maxRangeDays: 365", "maxRangeDays: 366"));
    const drift = await run(copy, "scripts/src/check-drift.ts");
    expect(drift).toMatchObject({
      code: 1,
      stderr: expect.stringContaining("stale: packages/types/src/generated/catalog.ts"),
    });
    expect(drift.stderr.match(/stale:/g)).toHaveLength(1);

    await writeFile(file, catalog);
    const overlay = join(copy, "spec/overlay.yaml");
    const action =
      "  - target: $.paths['/gone']\n    description: Widgets were misspelt.\n    remove: true\n";
    await writeFile(overlay, (await readFile(overlay, "utf8")) + action);
    const before = await readFile(join(copy, "spec/lock.json"), "utf8");
    const generate = await run(copy, "scripts/src/generate.ts");
    expect(generate).toMatchObject({
      code: 1,
      stderr: expect.stringMatching(/matches nothing.*Widgets were misspelt\./),
    });
    expect(await readFile(join(copy, "spec/lock.json"), "utf8")).toBe(before);
  } finally {
    await rm(copy, { recursive: true, force: true });
  }
});

async function run(cwd: string, script: string): Promise<{ code: number; stdout: string; stderr: string }> {
  const tsx = join(dirname(fileURLToPath(import.meta.resolve("tsx/package.json"))), "dist/cli.mjs");
  try {
    const args = [tsx, "--conditions=@ldusage/source", script];
    return { code: 0, ...(await promisify(execFile)(process.execPath, args, { cwd })) };
  } catch (error) {
    // execFile rejects with an error that carries these three.
    return error as { code: number; stdout: string; stderr: string };
  }
}
