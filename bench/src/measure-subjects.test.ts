import { expect, test } from "vitest";
import { measureSubjects } from "./measure-subjects.ts";
import type { Section, Subject } from "./report/section.ts";

const section: Section = { title: "Calls", about: "", tables: [], goals: [], budgets: [] };

test("a subject that fails does not keep the next one from being measured", async () => {
  const subjects: Subject[] = [
    { name: "call", measure: () => Promise.reject(new Error("no server")) },
    { name: "pull", measure: async () => section },
  ];
  const lines: string[] = [];
  const told: string[] = [];
  const outcomes = await measureSubjects(
    subjects,
    { quick: true, log: (line) => lines.push(line) },
    ({ name }) => told.push(name),
  );
  expect(outcomes[0]).toMatchObject({ name: "call", failure: expect.stringMatching(/^Error: no server\n/) });
  expect(outcomes[1]).toEqual({ name: "pull", section });
  expect(lines).toEqual(["measuring call", "measuring pull"]);
  expect(told).toEqual(["call", "pull"]);
});
