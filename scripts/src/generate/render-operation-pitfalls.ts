import type { OperationDescriptor } from "@ldusage/types/catalog";
import { numberPitfalls } from "./number-pitfalls.ts";
import { parameterPitfalls } from "./parameter-pitfalls.ts";
import { rangePitfalls } from "./range-pitfalls.ts";

/**
 * What goes wrong with operations that have some fact: for one that has it, a sentence with what to do, as Markdown.
 * Rules look at facts alone, so that an operation that nobody has seen gets the pitfalls that are its own.
 */
export type PitfallRule = (operation: OperationDescriptor) => readonly string[];

const rules: readonly PitfallRule[] = [
  statusPitfalls,
  ...rangePitfalls,
  ...numberPitfalls,
  ...parameterPitfalls,
];

/** The pitfalls of an operation, as a list. */
export function renderPitfalls(operation: OperationDescriptor): string {
  const found = rules.flatMap((rule) => rule(operation));
  return found.length === 0 ? "None is known.\n" : found.map((sentence) => `- ${sentence}\n`).join("");
}

function statusPitfalls({ deprecated, retiring }: OperationDescriptor): string[] {
  if (deprecated) {
    return [
      "It is deprecated: build nothing new on it, and move to another operation where one answers your question.",
    ];
  }
  return retiring
    ? [
        "The reference advises against relying on it: prefer another operation where one answers your question.",
      ]
    : [];
}
