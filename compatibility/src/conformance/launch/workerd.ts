import { writeFile } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import { createInterface } from "node:readline";
import { type ChildProgram, startProgram } from "./child-program.ts";
import { locateInstalled } from "./install-runtimes.ts";
import type { Launch, LaunchEnding, Runtime } from "./runtime.ts";

// The network service is what the worker's fetch may reach: this machine alone. Compatibility dates before
// March 2026 report rejections as unhandled that are handled a microtask later.
const configuration = (bundleFile: string): string => `using Workerd = import "/workerd/workerd.capnp";
const config :Workerd.Config = (
  services = [
    (name = "suite", worker = .suite),
    (name = "internet", network = (allow = ["local"])),
  ],
  sockets = [(name = "http", address = "127.0.0.1:0", http = (), service = "suite")],
);
const suite :Workerd.Worker = (
  modules = [(name = "suite", esModule = embed "${bundleFile}")],
  compatibilityDate = "2026-04-01",
);
`;

/** Cloudflare's runtime of Workers, without the rest of their platform. */
export const workerd: Runtime = {
  name: "workerd",
  bundle: "worker",
  checkNames: [],
  locate: () => locateInstalled("@cloudflare/workerd-linux-64", "bin/workerd"),
  launch: async (launch) => {
    const { binary, bundleFile, directory } = launch;
    // Paths in the configuration are relative to it.
    const file = join(dirname(bundleFile), `${basename(directory)}.capnp`);
    await writeFile(file, configuration(basename(bundleFile)));
    const program = startProgram(binary, ["serve", "--control-fd=3", file], {
      homeDirectory: directory,
      withControl: true,
    });
    try {
      const words = await Promise.race([
        program.ended.then((ending) => ending.words),
        runSuite(program, launch),
      ]);
      return { words, checks: [] };
    } finally {
      await program.stop();
    }
  },
};

async function runSuite(
  program: ChildProgram,
  { collector, limitMs }: Launch,
): Promise<LaunchEnding["words"]> {
  try {
    const response = await fetch(`http://127.0.0.1:${await portOf(program)}/`, {
      method: "POST",
      body: JSON.stringify(collector.settings),
      signal: AbortSignal.timeout(limitMs),
    });
    return `the worker answered ${response.status}: ${await response.text()}`;
  } catch (error) {
    return `the worker did not answer: ${error}`;
  }
}

async function portOf({ control }: ChildProgram): Promise<number> {
  if (control === undefined) throw new Error("there is no control pipe");
  for await (const line of createInterface({ input: control })) {
    const event: { event?: string; port?: number } = JSON.parse(line);
    if (event.event === "listen" && event.port !== undefined) return event.port;
  }
  throw new Error("the worker does not listen");
}
