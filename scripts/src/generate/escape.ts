/** Any text as a TypeScript string literal: safe against quotes, templates, line ends and control characters. */
export function literal(text: string): string {
  return escapeUnreadable(JSON.stringify(text));
}

/**
 * Code in which characters that cannot be seen, that turn the direction of text around, or that no file can hold are
 * written as escapes. The code means the same, since it has them in string literals alone.
 */
export function escapeUnreadable(code: string): string {
  return code.replace(
    /[\u007f-\u009f\u2028\u2029\p{Bidi_Control}\p{Surrogate}]/gu,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );
}

/** Any text for the inside of a block comment or TSDoc: on one line, it can neither end the comment nor open a tag. */
export function commentText(text: string): string {
  return (
    oneLine(text)
      .replaceAll("*/", "*\\/")
      .replace(/[{}@]/g, "\\$&")
      // TypeDoc reads a tag behind a backslash as well, and looks for the file that it names.
      .replaceAll("<", "&lt;")
      .replaceAll(">", "&gt;")
  );
}

/** Code for the inside of a block comment: the same code, which cannot end the comment. */
export function commentCode(code: string): string {
  return code.replaceAll("*/", "*\\/");
}

function oneLine(text: string): string {
  return (
    text
      .replace(/<br\s*\/?>/gi, " ")
      .replace(/[\s\p{Control}\p{Bidi_Control}]+/gu, " ")
      // A half of a character is lost when it is written to a file, which would then never match.
      .replace(/\p{Surrogate}/gu, "\ufffd")
      .trim()
  );
}

// Without what would change the order in which the rest of the line is shown.
function shownLine(text: string): string {
  return oneLine(text.replace(/\p{Bidi_Control}/gu, ""));
}

/**
 * Any text for Markdown, on one line: it shows as it is. It makes no markup, HTML, tag of TSDoc, cell, entity or bare
 * link, and no heading, list or rule where a line begins with it.
 */
export function markdownText(text: string): string {
  return shownLine(text)
    .replace(/[\\`|{}<>@*_[\]~$&]|:(?=\/\/)|\.(?=\S)/g, "\\$&")
    .replace(/^[-+=#]/, "\\$&")
    .replace(/^(\d+)([.)])/, "$1\\$2");
}

/** Any text as code in Markdown, where a backslash would be a character of the code. */
export function markdownCode(text: string): string {
  const code = shownLine(text).replaceAll("`", "'");
  return `\`${code === "" ? " " : code}\``;
}

/** Any text as code in a cell of a Markdown table. */
export function codeCell(text: string): string {
  return markdownCode(text).replaceAll("|", "\\|");
}

/** A name for a file on any system: an identifier as it is, anything else in its words, none of them too long. */
export function fileName(operationId: string): string {
  const name = /^[A-Za-z][\w-]*$/.test(operationId) ? operationId : typeName(operationId);
  return (name === "" ? "operation" : name).slice(0, 100);
}

/** A name as a property: bare where it is a plain identifier, quoted otherwise. */
export function propertyName(name: string): string {
  // In an object literal even a quoted `__proto__` sets the prototype; a computed one is a property.
  if (name === "__proto__") return '["__proto__"]';
  return /^[A-Za-z_$][\w$]*$/.test(name) ? name : literal(name);
}

/** A name as what follows an object to read that property. */
export function propertyAccess(name: string): string {
  return /^[A-Za-z_$][\w$]*$/.test(name) ? `.${name}` : `[${literal(name)}]`;
}

/** A name as an exported type: `getMAUTotalUsage` gives `GetMAUTotalUsage`. */
export function typeName(operationId: string): string {
  const words = operationId.split(/[^A-Za-z\d]+/).filter((word) => word !== "");
  const name = words.map((word) => `${word.charAt(0).toUpperCase()}${word.slice(1)}`).join("");
  return /^\d/.test(name) ? `Operation${name}` : name;
}

/** A name as an exported constant: as it is where it is an identifier, else with its words run together. */
export function constantName(operationId: string): string {
  if (/^[A-Za-z_$][\w$]*$/.test(operationId) && !reservedWords.has(operationId)) return operationId;
  const name = typeName(operationId);
  return `${name.charAt(0).toLowerCase()}${name.slice(1)}Operation`;
}

// What a constant beside the other exports of the client's core cannot be called.
const reservedWords = new Set(
  `arguments await break case catch class const continue debugger default delete do else enum eval export extends
  false finally for function if implements import in instanceof interface let new null package private protected
  public return static super switch this throw true try typeof var void while with yield createUsageCore CoreCallOptions
  UsageCore UsageCoreOptions WireOperation`.split(/\s+/),
);
