import { createHash } from "node:crypto";
import { createRequire } from "node:module";
import { stableStringify } from "../openapi/json.ts";

const require = createRequire(import.meta.url);

/** The lock: what the generated files were made from, and with which generator. */
export function renderLock(inputs: Readonly<Record<string, string>>): string {
  return stableStringify({
    inputs: Object.fromEntries(Object.entries(inputs).map(([file, text]) => [file, sha256(text)])),
    generators: {
      "openapi-typescript": versionOf("openapi-typescript"),
      typescript: versionOf("typescript"),
    },
  });
}

function sha256(text: string): string {
  return createHash("sha256").update(text, "utf8").digest("hex");
}

function versionOf(name: string): string {
  // The type of a required JSON module is not known to the compiler.
  const manifest = require(`${name}/package.json`) as { version: string };
  return manifest.version;
}
