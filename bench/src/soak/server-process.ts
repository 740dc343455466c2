import { type ChildProcess, fork } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import type { ServerMessage, ServerOrder } from "./server-messages.ts";

const exitPatienceMs = 30_000;

export interface ServerProcess {
  readonly openPort: number;
  readonly limitedPort: number;
  hasEnded(): boolean;
  /** Collects garbage there, and says what is left. Rejects when the process ends. */
  sample(): Promise<{ readonly liveBytes: number; readonly residentBytes: number }>;
  /** Stops the process. How it ended: 0 is as it should. */
  close(): Promise<number | string>;
}

/** Starts the simulators in a process of their own. */
export async function startServer(): Promise<ServerProcess> {
  const child = fork(fileURLToPath(new URL("soak-server.ts", import.meta.url)), {
    execArgv: [...process.execArgv, "--expose-gc"],
  });
  const ready = await nextMessage(child, "ready");
  const order = (text: ServerOrder): void => {
    child.send(text);
  };
  const hasEnded = (): boolean => child.exitCode !== null || child.signalCode !== null;
  return {
    openPort: ready.openPort,
    limitedPort: ready.limitedPort,
    hasEnded,
    sample: () => {
      const answer = nextMessage(child, "memory");
      order("sample");
      return answer;
    },
    close: async () => {
      if (!hasEnded()) {
        const exit = once(child, "exit");
        order("close");
        const timer = setTimeout(() => child.kill("SIGKILL"), exitPatienceMs);
        await exit;
        clearTimeout(timer);
      }
      return child.signalCode ?? child.exitCode ?? "unknown";
    },
  };
}

function nextMessage<Kind extends ServerMessage["kind"]>(
  child: ChildProcess,
  kind: Kind,
): Promise<ServerMessage & { kind: Kind }> {
  return new Promise((resolve, reject) => {
    const settle = (act: () => void): void => {
      child.off("message", onMessage).off("exit", onExit);
      act();
    };
    // Nothing else than these messages is sent there.
    const onMessage = (message: unknown): void => {
      const told = message as ServerMessage & { kind: Kind };
      if (told.kind === kind) settle(() => resolve(told));
    };
    const onExit = (code: number | null, signal: string | null): void =>
      settle(() => reject(new Error(`the simulator's process ended with ${signal ?? code}`)));
    child.on("message", onMessage).on("exit", onExit);
  });
}
