import { access, constants } from "node:fs/promises";
import { delimiter, join } from "node:path";

// The same as in the conformance suite of the client.
const variable = "LDUSAGE_CHROMIUM";
const names = ["chromium", "chromium-browser", "google-chrome"];

/** The browser of this machine, or why there is none. */
export async function findChromium(
  environment: NodeJS.ProcessEnv = process.env,
): Promise<{ readonly path: string } | { readonly missing: string }> {
  const chosen = environment[variable];
  const folders = (environment["PATH"] ?? "").split(delimiter).filter((folder) => folder !== "");
  const candidates =
    chosen === undefined ? names.flatMap((name) => folders.map((folder) => join(folder, name))) : [chosen];
  for (const path of candidates) {
    const isThere = await access(path, constants.X_OK).then(
      () => true,
      () => false,
    );
    if (isThere) return { path };
  }
  const reason = chosen === undefined ? `${names.join(", ")} not found` : `${chosen} cannot be run`;
  return { missing: `${reason}; install it or name it in ${variable}` };
}
