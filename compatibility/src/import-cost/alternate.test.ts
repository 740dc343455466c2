import { expect, test } from "vitest";
import { alternate } from "./alternate.ts";

test("a first round warms up, and every other round goes backwards", async () => {
  const order: string[] = [];
  const results = await alternate(["a", "b"], 2, async (name) => {
    order.push(name);
    return order.length;
  });
  expect(order.join("")).toBe("ababba");
  expect(results).toEqual({ a: [3, 6], b: [4, 5] });
});
