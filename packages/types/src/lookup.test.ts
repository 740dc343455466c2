import { expect, test } from "vitest";
import { catalog, describeOperation, parameterWithRole, service } from "./catalog.ts";

test("the catalog cannot be changed, at any depth", () => {
  const frozen = (value: unknown): boolean =>
    typeof value !== "object" ||
    value === null ||
    (Object.isFrozen(value) && Object.values(value).every(frozen));
  expect(frozen(catalog)).toBe(true);
  expect(frozen(service)).toBe(true);
});

test("describeOperation gives the entry of the catalog", () => {
  expect(describeOperation("getMAUTotalUsage")).toBe(catalog.getMAUTotalUsage);
});

test.each(["getNothing", "toString", "__proto__", ""])("%j is not an operation", (operationId) => {
  expect(() => describeOperation(operationId)).toThrow(
    /not an operation of the Account usage API; use one of getContexts/,
  );
});

test("parameterWithRole finds a parameter under the name that it has in the operation", () => {
  expect(parameterWithRole(catalog.getMAUTotalUsage, "group-by")?.name).toBe("groupBy");
  expect(parameterWithRole(catalog.getMauUsage, "group-by")?.name).toBe("groupby");
  expect(parameterWithRole(catalog.getStreamUsageSdkversion, "range-start")).toBeUndefined();
});
