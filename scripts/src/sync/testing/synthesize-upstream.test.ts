import { readFile } from "node:fs/promises";
import { join } from "node:path";
import fc from "fast-check";
import { beforeAll, describe, expect, test } from "vitest";
import { stableStringify } from "../../openapi/json.ts";
import { type Compiled, compileFrom } from "../../pipeline.ts";
import { repositoryRoot } from "../../repository-root.ts";
import { parseDocument } from "../parse-document.ts";
import { type Slice, sliceDocument } from "../slice-document.ts";
import { allVariants, preservingVariants, synthesizeUpstream } from "./synthesize-upstream.ts";

let slice = "";
let overlayText = "";
let plain: Compiled;
beforeAll(async () => {
  slice = await readFile(join(repositoryRoot, "spec/upstream.json"), "utf8");
  overlayText = await readFile(join(repositoryRoot, "spec/overlay.yaml"), "utf8");
  plain = compileFrom({ upstreamText: slice, overlayText });
});

interface Synced {
  readonly sliced: Slice;
  readonly rendering: Compiled;
}

function sync(variants: readonly string[], seed = 3): Synced {
  const format = seed % 2 === 0 ? "yaml" : "json";
  const text = synthesizeUpstream({ slice, foreignOperations: 5, seed, format, variants });
  const sliced = sliceDocument(parseDocument(text, "a test"), "a test");
  const upstreamText = stableStringify(sliced.slice);
  return { sliced, rendering: compileFrom({ upstreamText, overlayText }, { overlay: "lenient" }) };
}

const idsOf = ({ descriptors }: Compiled): string[] => descriptors.map(({ operationId }) => operationId);

test("the same options give the same text, and other seeds another", () => {
  const make = (seed: number): string =>
    synthesizeUpstream({ slice, foreignOperations: 10, seed, format: "json", variants: ["reordered-keys"] });
  expect(make(1)).toBe(make(1));
  expect(make(1)).not.toBe(make(2));
});

test("a variant that is not known is refused", () => {
  const options = { slice, foreignOperations: 0, seed: 1, format: "json", variants: ["odd"] } as const;
  expect(() => synthesizeUpstream(options)).toThrow('there is no variant "odd"');
});

describe("the same facts", () => {
  test.each(preservingVariants.map((name) => [name]))("%s", (name) => {
    const { rendering, sliced } = sync([name]);
    expect(rendering.descriptors).toEqual(plain.descriptors);
    expect(rendering.overlayFindings).toEqual([]);
    expect(rendering.unexplained).toEqual([]);
    // The variant has changed something.
    const isReordering = ["reordered-keys", "path-item-references"].includes(name);
    expect(stableStringify(sliced.slice) === slice).toBe(isReordering);
  });

  test("any of them together", () => {
    fc.assert(
      fc.property(fc.subarray([...preservingVariants]), fc.nat(1_000), (variants, seed) => {
        const { rendering } = sync(variants, seed);
        expect(rendering.descriptors).toEqual(plain.descriptors);
      }),
      { numRuns: 60 },
    );
  });

  test("all of them together", () => {
    expect(sync(preservingVariants).rendering.descriptors).toEqual(plain.descriptors);
  });
});

describe("what is left out is named", () => {
  test("methods", () => {
    const { notices } = sync(["new-methods"]).rendering;
    expect(new Set(notices.map(({ place }) => place.split(" ")[0]))).toEqual(
      new Set(["POST", "HEAD", "OPTIONS", "TRACE"]),
    );
  });

  test("headers and cookies", () => {
    const { notices } = sync(["header-parameters"]).rendering;
    expect(notices).toHaveLength(2 * plain.operationCount);
  });

  test("prose that structure has made superfluous", () => {
    const { notices } = sync(["typed-arrays", "typed-enums", "typed-defaults"]).rendering;
    const facts = notices.map(({ problem }) => /"(\w+)"/.exec(problem)?.[1]);
    expect(new Set(facts)).toEqual(new Set(["repeatable", "values", "default"]));
  });
});

describe("other facts", () => {
  test("an operation more", () => {
    const { rendering } = sync(["added-operation"]);
    expect(idsOf(rendering)).toEqual([...idsOf(plain), "getGadgetsUsage"].sort());
    expect(rendering.unmeasured).toEqual(["getGadgetsUsage"]);
    expect(rendering.overlayFindings).toEqual([]);
  });

  test("an operation less", () => {
    const { rendering } = sync(["removed-operation"]);
    expect(rendering.operationCount).toBe(plain.operationCount - 1);
    expect(rendering.overlayFindings.length).toBeGreaterThan(0);
  });

  test("no descriptions", () => {
    const { rendering } = sync(["missing-descriptions"]);
    expect(idsOf(rendering)).toEqual(idsOf(plain));
    const told = rendering.unexplained.map(({ operationId }) => operationId);
    expect(new Set(told)).toEqual(new Set(idsOf(plain)));
    const roles = rendering.descriptors.flatMap(({ parameters }) => parameters.map(({ role }) => role));
    expect(new Set(roles)).toEqual(new Set(["unknown", "filter"]));
  });

  test("marks that the overlay had to set", () => {
    const { rendering } = sync(["deprecated-marks"]);
    expect(rendering.overlayFindings).toMatchObject([{ wayOut: "Delete the action" }]);
  });

  test("schemas in place of references", () => {
    const { rendering } = sync(["inline-responses"]);
    const withoutNames = (descriptors: Compiled["descriptors"]): unknown =>
      descriptors.map((descriptor) => ({ ...descriptor, response: { ...descriptor.response, schema: "" } }));
    expect(withoutNames(rendering.descriptors)).toEqual(withoutNames(plain.descriptors));
    expect(new Set(rendering.descriptors.map(({ response }) => response.schema)).size).toBe(
      plain.operationCount,
    );
  });

  test("texts that would do harm", () => {
    const { rendering } = sync(["hostile-strings"]);
    expect(idsOf(rendering)).toEqual(idsOf(plain));
    expect(
      rendering.descriptors.every(({ parameters }) => parameters.some(({ name }) => name === "__proto__")),
    ).toBe(true);
  });

  test("everything at once", () => {
    const { rendering } = sync(allVariants.filter((name) => name !== "missing-descriptions"));
    expect(idsOf(rendering)).toContain("getGadgetsUsage");
  });
});
