import { bundleSubject } from "./bundle/subject.ts";
import { callSubject } from "./call/subject.ts";
import { generateSubject } from "./generate/subject.ts";
import { growthSubject } from "./growth/subject.ts";
import { importSubject } from "./import/subject.ts";
import { memorySubject } from "./memory/subject.ts";
import { pullSubject } from "./pull/subject.ts";
import type { Subject } from "./report/section.ts";
import { seriesSubjects } from "./series/subject.ts";
import { simulatorSubject } from "./simulator/subject.ts";
import { typesSubject } from "./types/subject.ts";

/** All subjects, in the order in which they are measured and told. */
export const subjects: readonly Subject[] = [
  importSubject,
  bundleSubject,
  typesSubject,
  callSubject,
  pullSubject,
  ...seriesSubjects,
  growthSubject,
  memorySubject,
  simulatorSubject,
  generateSubject,
];
