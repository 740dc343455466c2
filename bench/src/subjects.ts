import type { Subject } from "./report/section.ts";
import { seriesSubjects } from "./series/subject.ts";

/** All subjects, in the order in which they are measured and told. */
export const subjects: readonly Subject[] = [...seriesSubjects];
