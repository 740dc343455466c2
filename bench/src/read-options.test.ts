import { expect, test } from "vitest";
import { describeOptions, readOptions } from "./read-options.ts";

const known = ["decode", "growth", "memory"];

test("without options all subjects are measured whole, and their results written", () => {
  expect(readOptions([], known)).toEqual({ help: false, quick: false, names: known, writes: true });
});

test.each<[string, string[], boolean]>([
  ["a quick run writes nothing", ["--quick"], false],
  ["unless it is told to", ["--quick", "--write"], true],
  ["some subjects write nothing", ["--only", "growth"], false],
])("%s", (_name, args, writes) => {
  expect(readOptions(args, known).writes).toBe(writes);
});

test("subjects keep their order, whatever the one they are asked for in", () => {
  expect(readOptions(["--only", "memory,decode"], known).names).toEqual(["decode", "memory"]);
});

test.each<[string[], string]>([
  [["--only", "decode,speed"], '--only: there is no subject "speed", only decode, growth, memory'],
  [["--only", ""], '--only: there is no subject ""'],
  [["--only", "decode", "--write"], "--write: results are those of all subjects; leave out --only"],
  [["--rounds", "3"], "Unknown option '--rounds'"],
  [["decode"], "Unexpected argument 'decode'"],
])("%j is refused", (args, message) => {
  expect(() => readOptions(args, known)).toThrow(message);
});

test("the help names every subject and every option", () => {
  const help = describeOptions(known);
  for (const word of [...known, "--quick", "--only", "--write", "--help"]) expect(help).toContain(word);
});
