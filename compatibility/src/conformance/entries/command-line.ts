// For Node.js, Deno and Bun: the settings are the first argument. Ends by itself when nothing is left to do.
import { runSuite, type SuiteSettings } from "./run-suite.ts";

const settings: SuiteSettings = JSON.parse(process.argv[2] ?? "{}");
await runSuite(settings);
