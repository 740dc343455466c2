import { expect, test } from "vitest";
import type { ReceivedRequest } from "../conformance-case.ts";
import { checkHeadersSent, headerCheckNames } from "./check-headers-sent.ts";

const right: ReceivedRequest = {
  url: "/api/v2/usage/mau",
  authorization: ["api-1"],
  apiVersion: ["beta"],
  atMs: 0,
  inFlight: 1,
  ending: "complete",
};
const failures = (requests: readonly ReceivedRequest[]): readonly boolean[] =>
  checkHeadersSent(requests, "api-1").map(({ failure }) => failure !== undefined);

test.each<[string, readonly boolean[], Partial<ReceivedRequest>]>([
  ["everything right", [false, false], {}],
  ["a token with an addition", [false, false], { authorization: ["api-1-2"] }],
  ["a request that is none of the API's", [false, false], { url: "/", authorization: [], apiVersion: [] }],
  ["no version", [true, false], { apiVersion: [] }],
  ["two versions", [true, false], { apiVersion: ["beta", "beta"] }],
  ["no token", [false, true], { authorization: [] }],
  ["a token with a scheme", [false, true], { authorization: ["Bearer api-1"] }],
  ["another token", [false, true], { authorization: ["api-2"] }],
])("%s", (_name, expected, request) => {
  expect(failures([right, { ...right, ...request }])).toEqual(expected);
});

test("no request at all is a failure of both", () => {
  expect(failures([])).toEqual([true, true]);
  expect(checkHeadersSent([], "api-1").map(({ name }) => name)).toEqual(headerCheckNames);
});
