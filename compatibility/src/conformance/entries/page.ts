// For browsers: the settings are beside the page.
import { runSuite, type SuiteSettings } from "./run-suite.ts";

const settings: SuiteSettings = await (await fetch("/settings")).json();
await runSuite(settings);
