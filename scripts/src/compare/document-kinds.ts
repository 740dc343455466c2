import type { ChangeKindEntry } from "./change-kinds.ts";

/** What can change in the rest of the document: the shapes of answers, and what no rule of ours knows. */
export const documentKinds = {
  "schema-removed": {
    bump: "major",
    reason: "Code that names the type in `components` no longer compiles.",
  },
  "schema-renamed": {
    bump: "major",
    reason: "The shape is the same; code that names the type in `components` no longer compiles.",
  },
  "schema-added": { bump: "minor", reason: "There is a type more." },
  "property-removed": { bump: "major", reason: "Code that reads it no longer compiles, or finds nothing." },
  "property-made-optional": {
    bump: "major",
    reason: "Code that reads it no longer compiles unless it expects that it is absent.",
  },
  "property-made-required": {
    bump: "minor",
    reason: "Code that reads it goes on; made-up answers in tests of your own have to give it.",
  },
  "made-nullable": {
    bump: "major",
    reason: "Code that reads it no longer compiles unless it expects `null`.",
  },
  "made-never-null": {
    bump: "minor",
    reason: "Code that reads it goes on; made-up answers in tests of your own must not give `null`.",
  },
  "property-added": { bump: "minor", reason: "There is more to read." },
  "type-changed": {
    bump: "major",
    reason: "Code that reads it no longer compiles, or meets values that it does not expect.",
  },
  "parameter-type-changed": {
    bump: "major",
    reason: "Calls that give a value of the former type no longer compile.",
  },
  "time-type-changed": {
    bump: "major",
    reason:
      "Methods take dates and write them by themselves, so that their calls stay as they are. `usage.raw` and `paths` are typed by what is sent, and code that gives them the former type no longer compiles.",
  },
  "response-values-unlisted": {
    bump: "major",
    reason: "Any text may come; code that takes it for one of the listed values no longer compiles.",
  },
  "response-values-added": {
    bump: "minor",
    reason:
      "Code goes on as long as it has an answer for values that it does not know; an exhaustive switch must handle them.",
  },
  "response-values-removed": {
    bump: "minor",
    reason:
      "The values no longer come; a comparison with one of them is always false, and compilers may say so.",
  },
  "response-values-listed": {
    bump: "minor",
    reason: "The type is narrower than plain text, and still is text.",
  },
  "differ-major": {
    bump: "major",
    reason: "It is a breaking change of an OpenAPI document by the rules of Redocly's differ.",
  },
  "differ-minor": {
    bump: "minor",
    reason: "It is an addition to an OpenAPI document by the rules of Redocly's differ.",
  },
  "differ-patch": {
    bump: "patch",
    reason: "It is a compatible change of an OpenAPI document by the rules of Redocly's differ.",
  },
  unknown: {
    bump: "major",
    reason:
      "No rule knows what this means, so it is classed by caution: look at it, and lower the class where it is harmless.",
  },
  "reference-changed": {
    bump: "patch",
    reason: "Types are compared by what is in them; differences there are listed on their own.",
  },
  bookkeeping: {
    bump: "patch",
    reason: "It is how upstream labels and files its document; programs do not see it.",
  },
  "order-changed": { bump: "patch", reason: "The same things are listed in another order." },
  "code-rendered-anew": {
    bump: "patch",
    reason: "The spec says the same; generated files differ in their form alone.",
  },
} as const satisfies Readonly<Record<string, ChangeKindEntry>>;
