import { readFile } from "node:fs/promises";
import { isUsageInputError } from "@ldusage/types/errors";
import { describe, expect, test } from "vitest";
import { defaultSwitches, type Switches } from "../simulator-options.ts";
import { readSwitches } from "./read-switches.ts";
import { switchRules } from "./switch-rules.ts";

const names = Object.keys(switchRules).sort();

function messageOf(given: unknown): string {
  try {
    readSwitches(given, defaultSwitches);
    return "nothing was thrown";
  } catch (error) {
    return isUsageInputError(error) ? error.message : `not typed: ${error}`;
  }
}

test("there is a rule for each switch, and its default passes it", () => {
  expect(Object.keys(defaultSwitches).sort()).toEqual(names);
  for (const [name, value] of Object.entries(defaultSwitches))
    expect([name, switchRules[name as keyof Switches].accepts(value)]).toEqual([name, true]);
});

test("the README lists every switch and no other", async () => {
  const readme = await readFile(new URL("../../README.md", import.meta.url), "utf8");
  const section = readme.slice(readme.indexOf("\n## Switches"));
  const listed = [...section.slice(0, section.indexOf("\n## ", 4)).matchAll(/^\| `(\w+)` /gm)];
  expect(listed.map(([, name]) => name).sort()).toEqual(names);
});

test("what is not given stays, and undefined is the default", () => {
  const changed = readSwitches({ region: "eu", missing: "zero" }, defaultSwitches);
  expect(changed).toEqual({ ...defaultSwitches, region: "eu", missing: "zero" });
  expect(readSwitches({ region: undefined }, changed)).toEqual({ ...defaultSwitches, missing: "zero" });
  expect(readSwitches({}, changed)).toEqual(changed);
});

describe("refused", () => {
  const none = (name: string, value: string, wayOut: string): string =>
    `switches.${name} = ${value} is refused: it is none of the values of this switch; give ${wayOut}.`;
  test.each<[unknown, string]>([
    [{ region: "mars" }, none("region", '"mars"', 'one of "us", "eu", "federal"')],
    [{ badSource: "404" }, none("badSource", '"404"', "one of 404, 400")],
    [{ errorId: 1 }, none("errorId", "1", "one of false, true")],
    [
      { longGroupedRange: { days: 0 } },
      none("longGroupedRange", '{"days":0}', "undefined or { days } with a whole number from 1 to 36600"),
    ],
    [
      { longGroupedRange: { days: 31, hours: 2 } },
      none(
        "longGroupedRange",
        '{"days":31,"hours":2}',
        "undefined or { days } with a whole number from 1 to 36600",
      ),
    ],
    [
      { longGroupedRange: 31 },
      none("longGroupedRange", "31", "undefined or { days } with a whole number from 1 to 36600"),
    ],
    [
      { groupCollapse: ["getNothing"] },
      none(
        "groupCollapse",
        '["getNothing"]',
        'a list of operation ids, such as ["getContextsClientsideUsage"]',
      ),
    ],
    [null, "switches = null is refused: it is no object of switches; give { name: value }."],
    [["region"], 'switches = ["region"] is refused: it is no object of switches; give { name: value }.'],
    ["eu", 'switches = "eu" is refused: it is no object of switches; give { name: value }.'],
  ])("%j", (given, message) => {
    expect(messageOf(given)).toBe(message);
  });

  test.each(["speed", "constructor", "toString", "Region"])("%s, which there is not", (name) => {
    expect(messageOf({ [name]: undefined })).toMatch(
      new RegExp(
        `^switches\\.${name} = undefined is refused: there is no such switch; use one of \\w+(, \\w+)+\\.$`,
      ),
    );
    expect(messageOf(JSON.parse('{"__proto__":1}'))).toContain("switches.__proto__ = 1 is refused");
  });
});
