import { CORE_SCHEMA, load, mergeTag, YAMLException } from "js-yaml";
import { deepestNesting } from "../openapi/limits.ts";
import { checkJson } from "./check-json.ts";
import { lineAndColumn, syncError } from "./sync-error.ts";

/**
 * The value of a JSON or YAML text, told apart by the text itself. Values that JSON does not have are found where they
 * matter, in the operations that are kept.
 *
 * @throws SpecError naming line and column.
 */
export function parseDocument(text: string, name: string): unknown {
  if (text.trim() === "") {
    throw syncError(name, "it is empty", "Give a whole OpenAPI document in JSON or YAML");
  }
  if (/^\s*</.test(text)) {
    throw syncError(
      name,
      "it is a web page or XML, not an OpenAPI document",
      "Check the address; a page to sign in would look like this",
    );
  }
  return /^\s*[{[]\s*["{}[\]]/.test(text) ? parseJson(text, name) : parseYaml(text, name);
}

function parseJson(text: string, name: string): unknown {
  const found = checkJson(text);
  if (found === undefined) return JSON.parse(text);
  throw syncError(
    `${name}, ${lineAndColumn(text, found.offset)}`,
    `the JSON is broken: ${found.problem}`,
    "Download it again; when that does not help, upstream must repair it",
  );
}

// Merge keys are written by tools that write YAML for people; the rest of YAML 1.1 is not what documents are in.
const schema = CORE_SCHEMA.withTags(mergeTag);

function parseYaml(text: string, name: string): unknown {
  try {
    return load(text, { schema, maxDepth: deepestNesting });
  } catch (error) {
    if (!(error instanceof YAMLException)) throw error;
    const { mark, reason } = error;
    throw syncError(
      mark === undefined ? name : `${name}, line ${mark.line + 1}, column ${mark.column + 1}`,
      `the YAML is broken: ${reason}`,
      "Download it again; when that does not help, upstream must repair it",
    );
  }
}
