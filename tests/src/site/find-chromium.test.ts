import { expect, test } from "vitest";
import { findChromium } from "./find-chromium.ts";

test("takes the browser that the environment names", async () => {
  expect(await findChromium({ LDUSAGE_CHROMIUM: process.execPath })).toEqual({ path: process.execPath });
});

test("says why there is none, and what helps", async () => {
  expect(await findChromium({ PATH: "" })).toEqual({
    missing: "chromium, chromium-browser, google-chrome not found; install it or name it in LDUSAGE_CHROMIUM",
  });
  expect(await findChromium({ LDUSAGE_CHROMIUM: "/none", PATH: process.env["PATH"] })).toEqual({
    missing: "/none cannot be run; install it or name it in LDUSAGE_CHROMIUM",
  });
});
