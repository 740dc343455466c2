import { expect, test } from "vitest";
import { alternate } from "./alternate.ts";

test("every other round goes backwards", async () => {
  const order: string[] = [];
  const results = await alternate(["a", "b"], 3, async (name) => {
    order.push(name);
    return order.length;
  });
  expect(order.join("")).toBe("abbaab");
  expect([...results]).toEqual([
    ["a", [1, 4, 5]],
    ["b", [2, 3, 6]],
  ]);
});
