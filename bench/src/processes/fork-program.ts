import { type ChildProcess, fork } from "node:child_process";
import { once } from "node:events";
import { compiledProgram } from "./compile-programs.ts";

/** A program that stays, and does what it is asked. */
export interface ForkedProgram<Order, Reply> {
  /** Sends an order and waits for the reply. One at a time. */
  ask(order: Order): Promise<Reply>;
  /** Ends the program. */
  end(): Promise<void>;
}

/**
 * Starts a compiled program in a process of its own. It answers every message with one.
 *
 * @param nodeOptions Options of Node.js itself.
 */
export function forkProgram<Order extends object, Reply>(
  source: string,
  args: readonly string[] = [],
  nodeOptions: readonly string[] = [],
): ForkedProgram<Order, Reply> {
  const child = fork(compiledProgram(source), args, { execArgv: [...nodeOptions] });
  const ended = once(child, "exit");
  return {
    ask: async (order) => {
      child.send(order);
      return await replyOf<Reply>(child, source);
    },
    end: async () => {
      child.kill();
      await ended;
    },
  };
}

function replyOf<Reply>(child: ChildProcess, source: string): Promise<Reply> {
  return new Promise((resolve, reject) => {
    const leave = (): void => {
      child.off("message", reply);
      child.off("exit", fail);
    };
    const reply = (message: unknown): void => {
      leave();
      // The program was started from the same sources, which type its messages.
      resolve(message as Reply);
    };
    const fail = (code: number | null): void => {
      leave();
      reject(new Error(`${source} ended with code ${code} instead of an answer`));
    };
    child.on("message", reply);
    child.on("exit", fail);
  });
}
