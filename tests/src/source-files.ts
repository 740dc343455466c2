import { readdir } from "node:fs/promises";
import { join } from "node:path";

/** Hand-written source files of some packages: no tests, nothing generated. */
export async function sourceFiles(root: string, packages: readonly string[]): Promise<string[]> {
  return (await shippedFiles(root, packages)).filter((file) => !file.includes("/generated/"));
}

/** Everything that some packages are built from: no tests. */
export async function shippedFiles(root: string, packages: readonly string[]): Promise<string[]> {
  const found = await Promise.all(
    packages.map(async (name) => {
      const entries = await readdir(join(root, name, "src"), { recursive: true, withFileTypes: true });
      return entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
    }),
  );
  return found
    .flat()
    .filter((file) => file.endsWith(".ts") && !/\.test(?:-d)?\.ts$/.test(file))
    .sort();
}
