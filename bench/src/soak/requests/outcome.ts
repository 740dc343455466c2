/**
 * What a body turns out to be. `broken-off`: the connection ended before it was whole; `cut`: it is whole by its length
 * and neither JSON nor a page.
 */
export type BodyKind = "json" | "page" | "none" | "broken-off" | "cut";

/** What comes of a request. Status 0 stands for a connection that closes without an answer. */
export interface Outcome {
  readonly status: number;
  readonly body: BodyKind;
}

/** The kind of a body that has arrived as a whole. */
export function bodyKindOf(text: string): BodyKind {
  if (text === "") return "none";
  if (/^<!doctype html/i.test(text)) return "page";
  try {
    JSON.parse(text);
    return "json";
  } catch {
    return "cut";
  }
}
