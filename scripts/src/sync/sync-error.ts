import { SpecError } from "../openapi/document.ts";

/** An error of the stage that reads upstream's document. */
export function syncError(place: string, problem: string, wayOut: string): SpecError {
  return new SpecError("sync", place, problem, wayOut);
}

/** A place in a text as people count: lines and columns from 1. */
export function lineAndColumn(text: string, offset: number): string {
  const before = text.slice(0, offset);
  const lineStart = before.lastIndexOf("\n") + 1;
  const line = before.split("\n").length;
  return `line ${line}, column ${offset - lineStart + 1}`;
}
