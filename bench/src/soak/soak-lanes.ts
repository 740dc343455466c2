import { Agent } from "node:http";
import { budgetStatus } from "./budget-lane.ts";
import { makeGoodRequest, makeRequest } from "./requests/make-request.ts";
import type { Outcome } from "./requests/outcome.ts";
import { happens, pick, randomFrom } from "./requests/random.ts";
import { makeGarbage } from "./requests/raw-garbage.ts";
import { leaveEarly, sendBytes, sendRequest } from "./send-request.ts";
import type { ServerProcess } from "./server-process.ts";
import type { SoakTally } from "./soak-tally.ts";

const laneCount = 12;
const garbageShare = 0.005;
const leavingShare = 0.005;
// Well below the five seconds after which the server closes: a connection must not be taken up as it closes.
const idleMs = 2000;

export interface SoakLanes {
  /** Sends requests, so many at a time, until told to stop. Nothing is under way any more when it resolves. */
  runUntil(isOver: () => boolean): Promise<void>;
  close(): void;
}

/** Lanes that send the requests of a seed. Which lane sends which depends on the machine, the requests do not. */
export function createLanes(server: ServerProcess, seed: number, tally: SoakTally): SoakLanes {
  const agent = new Agent({ keepAlive: true, maxSockets: laneCount + 1, timeout: idleMs });
  const random = randomFrom(seed);
  const budgetRandom = randomFrom(seed + 1);
  // Few, so that what that server keeps of its answers is at its limit soon, although it is asked by one lane alone.
  const budgetRequests = Array.from({ length: 50 }, () => makeGoodRequest(budgetRandom));
  let budgetAsked = 0;

  const sendAny = async (): Promise<void> => {
    if (happens(random, garbageShare)) {
      const garbage = makeGarbage(random);
      const status = await sendBytes(server.openPort, garbage);
      return tally.addGarbage(garbage, status);
    }
    const isLeaving = happens(random, leavingShare);
    const request = makeRequest(random);
    if (!isLeaving) return tally.add(request, await sendRequest(server.openPort, agent, request));
    await leaveEarly(server.openPort, request);
    tally.addLeft();
  };
  const sendWithinBudget = async (): Promise<void> => {
    const expected: Outcome = { status: budgetStatus(budgetAsked), body: "json" };
    budgetAsked += 1;
    const request = { ...pick(budgetRandom, budgetRequests), expected };
    tally.add(request, await sendRequest(server.limitedPort, agent, request));
  };
  const lane = async (send: () => Promise<void>, isOver: () => boolean): Promise<void> => {
    while (!isOver() && !server.hasEnded()) await send();
  };
  return {
    runUntil: async (isOver) => {
      const sends = [...Array.from({ length: laneCount }, () => sendAny), sendWithinBudget];
      await Promise.all(sends.map((send) => lane(send, isOver)));
    },
    close: () => agent.destroy(),
  };
}
