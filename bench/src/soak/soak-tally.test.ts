import { expect, test } from "vitest";
import type { SoakRequest } from "./requests/make-request.ts";
import { createTally } from "./soak-tally.ts";

const request: SoakRequest = {
  method: "GET",
  target: "/x",
  headers: { A: "b" },
  body: undefined,
  expected: { status: 200, body: "json" },
  fault: undefined,
};

test("what comes as expected is counted alone", () => {
  const tally = createTally();
  tally.add(request, { status: 200, body: "json" });
  tally.add({ ...request, fault: "late" }, { status: 200, body: "json" });
  tally.addGarbage({ bytes: Buffer.from("x"), statuses: [400, 0] }, 0);
  tally.addLeft();
  expect([tally.requests, tally.wrong, tally.told]).toEqual([4, 0, []]);
  expect([...tally.counts.keys()]).toEqual(["200", "fault late", "garbage", "left early"]);
});

test("another status, another body, and garbage that is answered otherwise are wrong", () => {
  const tally = createTally();
  tally.add(request, { status: 500, body: "json" });
  tally.add(request, { status: 200, body: "cut" });
  tally.addGarbage({ bytes: Buffer.from("x"), statuses: [400, 0] }, Number.NaN);
  expect(tally.told).toEqual([
    'expected 200 json, got 500 json: GET /x {"A":"b"}',
    'expected 200 json, got 200 cut: GET /x {"A":"b"}',
    'expected 400 or 0, got NaN: "x"',
  ]);
});

test("many wrong ones are counted, and the first ten told", () => {
  const tally = createTally();
  for (let count = 0; count < 50; count += 1) tally.add(request, { status: 500, body: "json" });
  expect([tally.wrong, tally.told.length]).toEqual([50, 10]);
});
