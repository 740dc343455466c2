import { readFile } from "node:fs/promises";
import { catalog } from "@ldusage/types/catalog";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Consumer, consumerTimeoutMs, createConsumer } from "../consumer/create-consumer.ts";
import { compile, compilerVersions, type Diagnostic } from "./compiler.ts";
import { readExpectations, withoutExpectations } from "./expectations.ts";

const program = await readFile(new URL("usage.test-d.ts", import.meta.url), "utf8");
const lineCount = program.split("\n").length;
const expectations = readExpectations(program);

// What a compiler has to reject: it shows that the check can fail.
const variants = {
  "with-wrong-line.ts": `${program}void usage.getMAUTotalUsage({ groupBy: "planet" });\n`,
  "with-needless-expectation.ts": `${program}// @ts-expect-error nothing\nvoid usage.getMAUTotalUsage();\n`,
  "without-expectations.ts": withoutExpectations(program),
};
type Variant = keyof typeof variants;
const files = { "program.ts": program, ...variants };
const commonJsFiles = {
  "program.cts": `import { createUsageClient, type UsageClient } from "@ldusage/client";
export const usage: UsageClient = createUsageClient({ accessToken: "t" });
`,
};

const common = { target: "ES2022", strict: true, skipLibCheck: false, noEmit: true };
const strictest = { ...common, exactOptionalPropertyTypes: true, noUncheckedIndexedAccess: true };
const nodeNext = { module: "nodenext", moduleResolution: "nodenext" };
const bundler = { module: "esnext", moduleResolution: "bundler" };
const browser = { lib: ["ES2022", "DOM"], types: [] };
const server = { lib: ["ES2022"], types: ["node"] };
// Projects of users: a server whose only types are Node.js's, a web page, and what most start with. The first two
// check the declarations of all libraries as well, which takes most of the time.
const projects: Readonly<Record<string, object>> = {
  nodenext: { ...strictest, ...nodeNext, ...server },
  bundler: { ...strictest, ...bundler, ...browser },
  plain: { ...common, ...nodeNext, ...browser, skipLibCheck: true },
};
const configFile = (name: string): string => `tsconfig.${name}.json`;

let consumer: Consumer;
beforeAll(async () => {
  consumer = await createConsumer({ nodeTypes: true });
  await consumer.write({ ...files, ...commonJsFiles });
  for (const [name, compilerOptions] of Object.entries(projects)) {
    // With "esnext", a compiler takes no CommonJS.
    const checked = { ...files, ...(name === "bundler" ? {} : commonJsFiles) };
    const config = { compilerOptions, files: Object.keys(checked) };
    await consumer.write({ [configFile(name)]: JSON.stringify(config) });
  }
}, consumerTimeoutMs);
afterAll(() => consumer.remove());

test("the program expects errors, each with what its message has to contain", () => {
  expect(expectations.length).toBeGreaterThan(20);
  expect(expectations.filter(({ fragments }) => fragments.length === 0)).toEqual([]);
});

describe.each(compilerVersions)("TypeScript %s", (version) => {
  const outcomes: Record<string, readonly Diagnostic[]> = {};
  beforeAll(async () => {
    const compileOne = async (name: string): Promise<void> => {
      outcomes[name] = await compile(version, consumer.folder, configFile(name));
    };
    await Promise.all(Object.keys(projects).map(compileOne));
  }, consumerTimeoutMs);

  describe.each(Object.keys(projects))("%s", (name) => {
    const reportsOn = (accepts: (file: string) => boolean): readonly Diagnostic[] | undefined =>
      outcomes[name]?.filter(({ file }) => accepts(file));
    const reportsOnVariant = (variant: Variant): readonly Diagnostic[] =>
      reportsOn((file) => file === variant) ?? [];

    test("accepts the packages and the program", () => {
      expect(reportsOn((file) => !(file in variants))).toEqual([]);
    });

    test("rejects the program with a wrong line added", () => {
      const reports = reportsOnVariant("with-wrong-line.ts");
      expect(reports).toMatchObject([{ line: lineCount, code: "TS2322" }]);
    });

    test("rejects the program with an expectation added that nothing fulfils", () => {
      const reports = reportsOnVariant("with-needless-expectation.ts");
      expect(reports).toMatchObject([{ line: lineCount, code: "TS2578" }]);
    });

    test("refuses each wrong line for the reason that stands beside it", () => {
      const reports = reportsOnVariant("without-expectations.ts");
      expect(reports.map(({ line }) => line)).toEqual(expectations.map(({ line }) => line));
      for (const [index, { fragments }] of expectations.entries()) {
        for (const fragment of fragments) expect(reports[index]?.message).toContain(fragment);
      }
    });

    test("lists the valid dimensions when one is wrong", () => {
      const { groupBy } = catalog.getMAUTotalUsage;
      const [report] = reportsOnVariant("with-wrong-line.ts");
      expect(groupBy?.values.length).toBeGreaterThan(3);
      for (const { value } of groupBy?.values ?? []) expect(report?.message).toContain(`"${value}"`);
    });
  });
});
