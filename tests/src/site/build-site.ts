import { execFile } from "node:child_process";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";

const tsx = fileURLToPath(new URL("../../../node_modules/.bin/tsx", import.meta.url));

/** Runs what `npm run docs` runs, in the repository or a copy of it, and gives what it said. */
export async function buildSite(root: string, out: string): Promise<string> {
  const args = ["node_modules/typedoc/bin/typedoc", "--out", out];
  try {
    const { stdout, stderr } = await promisify(execFile)(tsx, args, { cwd: root });
    return stdout + stderr;
  } catch (error) {
    // execFile rejects with an error that carries both, and says itself when nothing could be started.
    const { message, stdout, stderr } = error as Error & { stdout: string; stderr: string };
    throw new Error(`The site cannot be built: ${message}\n${stdout}${stderr}`);
  }
}
