import { readdir, stat } from "node:fs/promises";
import { join } from "node:path";
import type { Logger } from "typedoc";

/** Says how large the site is. */
export async function reportSize(directory: string, logger: Logger): Promise<void> {
  const entries = await readdir(directory, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile());
  const sizes = await Promise.all(
    files.map(async ({ parentPath, name }) => (await stat(join(parentPath, name))).size),
  );
  const bytes = sizes.reduce((sum, size) => sum + size, 0);
  const pages = files.filter(({ name }) => name.endsWith(".html")).length;
  logger.info(`${pages} pages, ${(bytes / 1e6).toFixed(1)} MB`);
}
