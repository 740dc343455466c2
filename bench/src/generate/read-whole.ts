import { readUpstream } from "@ldusage/scripts/read-upstream";
import type { OpenApiDocument } from "./openapi-document.ts";
import { sliceUsage } from "./slice-usage.ts";

/**
 * The slice of a whole document, as the pipeline's first stage reads it. Cutting here changes nothing where that stage
 * has cut already.
 */
export async function readWhole(documentFile: string): Promise<string> {
  const { text } = await readUpstream(documentFile, { fetch });
  const document: OpenApiDocument = JSON.parse(text);
  return JSON.stringify(sliceUsage(document));
}
