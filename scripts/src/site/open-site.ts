// Serves the reference site that `npm run docs` built.
//
//   npm run docs:open                   on port 4020
//   npm run docs:open -- --port 0       on any free one
//   npm run docs:open -- another/site   another folder

import { join } from "node:path";
import { parseArgs } from "node:util";
import { repositoryRoot } from "../repository-root.ts";
import { serveSite } from "./serve-site.ts";

const defaultPort = 4020;

try {
  const { values, positionals } = parseArgs({
    options: { port: { type: "string", default: String(defaultPort) } },
    allowPositionals: true,
  });
  const port = readPort(values.port);
  const { url } = await serveSite(positionals[0] ?? join(repositoryRoot, "docs/site"), port);
  process.stdout.write(`The reference site is at ${url}. Ctrl+C ends it.\n`);
} catch (error) {
  process.stderr.write(`${explain(error)}\n`);
  process.exitCode = 1;
}

function readPort(text: string): number {
  if (!/^\d{1,5}$/.test(text) || Number(text) > 65_535) {
    throw new Error(
      `--port ${JSON.stringify(text)} is no port. Give a whole number from 0 to 65535; 0 takes any free one.`,
    );
  }
  return Number(text);
}

function explain(error: unknown): string {
  const { code, message } = error as NodeJS.ErrnoException; // Nothing above throws anything but errors.
  if (code === "ENOENT") return `${message}. Build the site first: npm run docs`;
  if (code === "EADDRINUSE") return `${message}. Give another port: npm run docs:open -- --port 0`;
  return message;
}
