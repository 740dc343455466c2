import { fork } from "node:child_process";
import { once } from "node:events";
import { alternate } from "../processes/alternate.ts";
import { compiledProgram } from "../processes/compile-programs.ts";
import { median, roundRatios } from "../processes/median.ts";
import { runProgram } from "../processes/run-program.ts";
import { formatRatios } from "../report/format-figures.ts";
import type { Goal, Section, Subject } from "../report/section.ts";
import type { LoadMeasurement } from "./load-measurement.ts";

const promised = 2000;
const names = ["simulator", "node:http"] as const;
type ServerName = (typeof names)[number];
type Loads = ReadonlyMap<ServerName, readonly LoadMeasurement[]>;

/** How many requests a second the simulator of a small account answers, beside a bare server. */
export const simulatorSubject: Subject = {
  name: "simulator",
  async measure({ quick, log }): Promise<Section> {
    const [roundCount, seconds] = quick ? [1, 1] : [5, 4];
    const loads = await alternate(names, roundCount, (name) => {
      log(`simulator, ${name}`);
      return measureLoad(name, seconds);
    });
    return describeLoads(loads);
  },
};

async function measureLoad(name: ServerName, seconds: number): Promise<LoadMeasurement> {
  const server = fork(compiledProgram("simulator/server-program.ts"), [name], { execArgv: [] });
  try {
    const [port] = await once(server, "message");
    const args = [String(port), String(seconds)];
    return await runProgram<LoadMeasurement>("simulator/load-program.ts", args);
  } finally {
    server.kill();
  }
}

/** What was measured, as a section of the results. */
export function describeLoads(loads: Loads): Section {
  const figuresOf = (name: ServerName): number[] =>
    (loads.get(name) ?? []).map(({ requestsPerSecond }) => requestsPerSecond);
  const rows = names.map((name) => {
    const figures = figuresOf(name);
    const ratios = roundRatios(figuresOf("simulator"), figures);
    const range = `${Math.min(...figures).toFixed(0)} to ${Math.max(...figures).toFixed(0)}`;
    const bytes = median((loads.get(name) ?? []).map(({ bytesPerRequest }) => bytesPerRequest));
    const ratio = name === "simulator" ? "" : formatRatios(ratios);
    return [name, ratio, median(figures).toFixed(0), range, bytes.toFixed(0)];
  });
  return {
    title: "Requests that the simulator answers",
    about:
      "The simulator of a small account is asked for every operation in turn, over 16 connections that are kept, beside a bare `node:http` server that sends the same answers. Servers run in processes of their own, and so does what asks them: the figure is for two cores that have nothing else to do.",
    tables: [
      {
        columns: ["server", "simulator / it", "requests a second", "range", "bytes an answer"],
        rows,
      },
    ],
    goals: [goalOf(median(figuresOf("simulator")))],
    budgets: [],
  };
}

function goalOf(measured: number): Goal {
  const goal: Goal = {
    name: "requests that the simulator answers in a second",
    goal: `at least ${promised}`,
    measured: measured.toFixed(0),
    isMet: measured >= promised,
  };
  return goal.isMet
    ? goal
    : { ...goal, reason: "it is promised for two cores that do nothing else (see the load average)" };
}
