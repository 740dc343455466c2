import { locateInstalled } from "./install-runtimes.ts";
import { endsByItself, launchCommand } from "./launch-command.ts";
import type { Runtime } from "./runtime.ts";

interface CommandRuntime {
  readonly name: string;
  readonly packageName: string;
  readonly binary: string;
  readonly runtimeArguments?: readonly string[];
}

const commandRuntime = ({ name, packageName, binary, runtimeArguments = [] }: CommandRuntime): Runtime => ({
  name,
  bundle: "command-line",
  checkNames: [endsByItself],
  locate: () => locateInstalled(packageName, binary),
  launch: (launch) => launchCommand(launch, runtimeArguments),
});

/** Runtimes that run the suite as a program on the command line. */
export const commandRuntimes: readonly Runtime[] = [
  ...["20", "22", "24"].map((major) =>
    commandRuntime({ name: `Node.js ${major}`, packageName: `node-${major}`, binary: "bin/node" }),
  ),
  commandRuntime({
    name: "Deno",
    packageName: "@deno/linux-x64-glibc",
    binary: "deno",
    // Nothing but the network of this machine.
    runtimeArguments: ["run", "--no-prompt", "--no-remote", "--no-config", "--allow-net=127.0.0.1"],
  }),
  commandRuntime({
    name: "Bun",
    packageName: "@oven/bun-linux-x64",
    binary: "bin/bun",
    runtimeArguments: ["run"],
  }),
];
