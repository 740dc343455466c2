// `npm run bench:simulator` measures how many requests a second the simulator of a small account answers, beside a bare
// `node:http` server that sends the same answers. Servers run in processes of their own, on the built packages, and so
// does what asks them, over 16 connections that are kept. Rounds take turns, and what counts are the medians. The goal is
// for two cores that have nothing else to do: the load average is printed, and the exit code does not depend on it.
import { fork } from "node:child_process";
import { once } from "node:events";
import { access } from "node:fs/promises";
import { loadavg } from "node:os";
import { join } from "node:path";
import { alternate } from "../processes/alternate.ts";
import { repositoryRoot } from "../processes/bench-folder.ts";
import { compiledProgram, compilePrograms } from "../processes/compile-programs.ts";
import { median, medianRatio } from "../processes/median.ts";
import { runProgram } from "../processes/run-program.ts";
import { describeMachine } from "../report/describe-machine.ts";
import type { LoadMeasurement } from "./load-measurement.ts";

const goal = 2000;
const roundCount = 5;
const roundSeconds = 4;

await access(join(repositoryRoot, "packages/simulator/dist")).catch(() => {
  throw new Error("packages/simulator/dist is missing: run `npx turbo run build` first");
});
await compilePrograms();
process.stdout.write(
  `${describeMachine(new Date())}\n- Load average before: ${loadavg()[0]?.toFixed(2)}\n\n`,
);
const results = await alternate(["simulator", "raw"], roundCount, measure);
const [ours, raw] = [figuresOf("simulator"), figuresOf("raw")];
const bytes = median((results.get("simulator") ?? []).map(({ bytesPerRequest }) => bytesPerRequest));
const verdict = median(ours) >= goal ? "reached" : "NOT REACHED";
process.stdout.write(
  [
    `simulator: ${describe(ours)} (goal ${goal}: ${verdict})`,
    `node:http: ${describe(raw)}`,
    `ratio: ${medianRatio(ours, raw).toFixed(2)}; ${bytes.toFixed(0)} bytes an answer`,
    "",
  ].join("\n"),
);

async function measure(name: "simulator" | "raw"): Promise<LoadMeasurement> {
  const server = fork(compiledProgram("throughput/server-program.ts"), [name], { execArgv: [] });
  try {
    const [port] = await once(server, "message");
    return await runProgram<LoadMeasurement>("throughput/load-program.ts", [
      String(port),
      String(roundSeconds),
    ]);
  } finally {
    server.kill();
  }
}

function figuresOf(name: "simulator" | "raw"): number[] {
  return (results.get(name) ?? []).map(({ requestsPerSecond }) => requestsPerSecond);
}

function describe(figures: readonly number[]): string {
  const range = `${Math.min(...figures).toFixed(0)} to ${Math.max(...figures).toFixed(0)}`;
  return `${median(figures).toFixed(0)} requests a second (${range} in ${figures.length} rounds)`;
}
