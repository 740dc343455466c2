import { expect, test } from "vitest";
import { readDiagnostics } from "./compiler.ts";

test("a report has the file, the line, the code and all lines of the message", () => {
  const output = `a.ts(3,7): error TS2322: Type 'x' is not assignable.
  Because of this.
    And that.
error TS5023: Unknown compiler option 'colour'.
../b (c).d.ts(10,1): error TS2304: Cannot find name 'Request'.
`;
  expect(readDiagnostics(output)).toEqual([
    {
      file: "a.ts",
      line: 3,
      code: "TS2322",
      message: "Type 'x' is not assignable.\n  Because of this.\n    And that.",
    },
    { file: "", line: 0, code: "TS5023", message: "Unknown compiler option 'colour'." },
    { file: "../b (c).d.ts", line: 10, code: "TS2304", message: "Cannot find name 'Request'." },
  ]);
  expect(readDiagnostics("")).toEqual([]);
});
