import { isUsageInputError } from "@ldusage/types/errors";
import type { Listening, ListenOptions } from "../http/listen.ts";
// From the entry, so that the built command shares its code with it.
import { createSimulator } from "../index.ts";
import { sampleCall } from "../page/sample-call.ts";
import type { SimulatorOptions } from "../simulator-options.ts";
import { helpText } from "./help-text.ts";
import { readArguments } from "./read-arguments.ts";

/** Where the command writes, and which version it is. */
export interface Surroundings {
  readonly version: string;
  writeOut(text: string): void;
  writeError(text: string): void;
}

/** What became of the command: an exit code, or a server that runs on. */
export type CommandResult = { readonly exitCode: number } | { readonly server: Listening };

const refusedCode = 2;

/** Runs the command with the words after its name. What it refuses is one line on the error stream. */
export async function runCommand(
  args: readonly string[],
  { version, writeOut, writeError }: Surroundings,
): Promise<CommandResult> {
  try {
    const order = readArguments(args);
    if (order.kind === "serve") return { server: await serve(order, writeOut) };
    writeOut(order.kind === "print-help" ? helpText() : `${version}\n`);
    return { exitCode: 0 };
  } catch (error) {
    const line = refusalLine(error);
    if (line === undefined) throw error;
    writeError(`ldusage-simulator: ${line}\n`);
    return { exitCode: refusedCode };
  }
}

async function serve(
  { simulator, place }: { readonly simulator: SimulatorOptions; readonly place: ListenOptions },
  writeOut: (text: string) => void,
): Promise<Listening> {
  // Nobody can look at requests here, and they would fill the memory.
  const server = await createSimulator({ ...simulator, requestsKept: 0 })
    .listen(place)
    .catch(explainFailure(place));
  writeOut(`Account usage simulator: ${server.url}\n`);
  writeOut(`Try: ${sampleCall(server.url, simulator.accessToken)}\n`);
  return server;
}

class PlaceError extends Error {}

const reasons: Readonly<Record<string, string>> = {
  EADDRINUSE: "is in use; give another port with --port, or --port 0 for any free one",
  EACCES: "is not for you to use; give a port above 1023 with --port",
  EADDRNOTAVAIL: "is not on this machine; give an address of it with --host",
  ENOTFOUND: "has no address; give a name or an address of this machine with --host",
};

/** Failures to listen that the flags can mend. */
function explainFailure({ host, port }: ListenOptions): (error: unknown) => never {
  return (error) => {
    const code = error instanceof Error && "code" in error ? String(error.code) : "";
    const reason = Object.hasOwn(reasons, code) ? reasons[code] : undefined;
    throw reason === undefined ? error : new PlaceError(`port ${port} of ${host ?? "127.0.0.1"} ${reason}`);
  };
}

function refusalLine(error: unknown): string | undefined {
  if (isUsageInputError(error)) return error.message;
  return error instanceof PlaceError ? `${error.message}.` : undefined;
}
