import { expect, test } from "vitest";
import { bucketCases } from "./cases/bucket-cases.ts";
import { wordsFor } from "./cases/changed-document.ts";
import { documentCases } from "./cases/document-cases.ts";
import { meaningCases } from "./cases/meaning-cases.ts";
import { operationCases } from "./cases/operation-cases.ts";
import { parameterCases } from "./cases/parameter-cases.ts";
import { rangeCases } from "./cases/range-cases.ts";
import { serviceCases } from "./cases/service-cases.ts";
import { changeKinds } from "./change-kinds.ts";
import { redoclyDiffer } from "./document/redocly-differ.ts";

const factCases = [
  ...operationCases,
  ...parameterCases,
  ...rangeCases,
  ...bucketCases,
  ...meaningCases,
  ...serviceCases,
];

test("nothing changes: nothing is said", async () => {
  expect(await wordsFor({ change: () => undefined })).toEqual([]);
});

test.each(factCases)("$name", async (one) => {
  expect(await wordsFor(one)).toEqual(one.words);
});

test.each(documentCases)("$name", async (one) => {
  expect(await wordsFor(one, redoclyDiffer())).toEqual(one.words);
});

test("every kind of change is in the tables", () => {
  const kinds = [...factCases, ...documentCases].flatMap(({ words }) =>
    words.map((word) => String(word).match(/\b(?:major|minor|patch) (\S+)/)?.[1]),
  );
  // It is for what a sync finds in files, not in documents.
  expect(Object.keys(changeKinds).filter((kind) => !kinds.includes(kind))).toEqual(["code-rendered-anew"]);
});
