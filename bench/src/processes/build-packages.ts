import { execFile } from "node:child_process";
import { delimiter, join } from "node:path";
import { promisify } from "node:util";
import { repositoryRoot } from "./bench-folder.ts";

/**
 * Builds the packages that are not built yet as they stand.
 *
 * @throws Error with all that the build printed, when it fails.
 */
export async function buildPackages(): Promise<void> {
  // Turbo asks for the package manager, which is installed in the repository.
  const bin = join(repositoryRoot, "node_modules/.bin");
  const env = { ...process.env, PATH: `${bin}${delimiter}${process.env["PATH"] ?? ""}` };
  const args = ["run", "build", "--output-logs=errors-only", "--ui=stream"];
  await promisify(execFile)(join(bin, "turbo"), args, { cwd: repositoryRoot, env }).catch(
    (error: unknown) => {
      const { stdout = "", stderr = "" } = error as { stdout?: string; stderr?: string }; // of `execFile`
      throw new Error(`the packages cannot be built:\n${stdout}${stderr}`, { cause: error });
    },
  );
}
