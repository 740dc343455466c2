import { median, roundRatios } from "../processes/median.ts";
import { describeExcess, formatRange, formatRatio, formatRatios } from "../report/format-figures.ts";
import type { Goal, Section, Table } from "../report/section.ts";
import type { CallCase, CallResults, CallRounds } from "./measure-calls.ts";
import { type CallReply, type ClientName, clientNames } from "./messages.ts";

const cpuGoal = 1.15;
const heapBudget = 100_000;

/** What was measured of calls, as a section of the results. */
export function describeCalls(results: CallResults): Section {
  return {
    title: "one call, many times over",
    about,
    tables: [timeTable(results), heapTable(results), profileTable(results)],
    goals: [...results.rounds].map(([callCase, rounds]) => judge(callCase, rounds)),
    budgets: [
      { name: "requests for each call", limit: 1, measured: results.requestsPerCall },
      {
        name: "heap that a call of 1kB takes, bytes",
        limit: heapBudget,
        measured: Math.round(results.heapBytes.get("1kB")?.get("ours") ?? Number.NaN),
      },
    ],
  };
}

const about =
  "Calls of `getMauUsage` against a `node:http` server on the loopback address, in another process. Each client has a process of its own that stays and is warm; all were found to give the same, and make some hundred calls in turn, round by round. CPU is that of the client's process, user and system, of all its threads, for each call. `raw` is `fetch` with a ready address, `response.text()` and `JSON.parse`; `hand` a wrapper of a few lines; `ours` has retries, limiter, deadline, timeout and checks on, as it has by default. The heap is what a call allocates there, whatever becomes of it.";

function figuresOf(rounds: CallRounds, name: ClientName, figure: "cpuUs" | "wallUs"): number[] {
  return (rounds.get(name) ?? []).map((reply: CallReply) => reply[figure]);
}

function ratiosToRaw(rounds: CallRounds, name: ClientName, figure: "cpuUs" | "wallUs"): number[] {
  return roundRatios(figuresOf(rounds, name, figure), figuresOf(rounds, "raw", figure));
}

function timeTable({ rounds: all }: CallResults): Table {
  const rows = [...all].flatMap(([{ size, concurrency }, rounds]) =>
    clientNames.map((name) => {
      const [cpu, wall] = [ratiosToRaw(rounds, name, "cpuUs"), ratiosToRaw(rounds, name, "wallUs")];
      const ratios =
        name === "raw"
          ? ["", "", "", ""]
          : [formatRatio(median(cpu)), formatRange(cpu), formatRatio(median(wall)), formatRange(wall)];
      const medians = (["cpuUs", "wallUs"] as const).map((figure) =>
        median(figuresOf(rounds, name, figure)).toFixed(0),
      );
      return [size, String(concurrency), name, ...ratios, ...medians];
    }),
  );
  const ratios = ["CPU: it / raw", "range", "wall: it / raw", "range"];
  return { columns: ["body", "at a time", "client", ...ratios, "CPU us", "wall us"], rows };
}

function heapTable({ heapBytes }: CallResults): Table {
  const rows = [...heapBytes].flatMap(([size, byClient]) =>
    clientNames.map((name) => {
      const [bytes = Number.NaN, raw = Number.NaN] = [byClient.get(name), byClient.get("raw")];
      return [size, name, name === "raw" ? "" : formatRatio(bytes / raw), (bytes / 1000).toFixed(1)];
    }),
  );
  return { columns: ["body", "client", "heap: it / raw", "kB a call"], rows };
}

/** Where the time goes, in the order of what takes the most in a call of ours. */
function profileTable({ usBySource }: CallResults): Table {
  const sources = new Set([...usBySource.values()].flatMap((totals) => [...totals.keys()]));
  const rows = [...sources]
    .map((source) => [source, ...clientNames.map((name) => usBySource.get(name)?.get(source) ?? 0)] as const)
    .filter(([, ...us]) => Math.max(...us) >= smallestUs)
    .map(([source, ...us]) => [source, ...us.map((time) => time.toFixed(1))]);
  return {
    caption:
      "Where the time of the main thread goes in a call of 1kB, in microseconds, by samples of the engine",
    columns: ["code of", ...clientNames],
    rows,
  };
}

// What takes less than this in every client is noise.
const smallestUs = 1;

// Besides the profiles: from calls without a network, and from a call by hand with each part in turn.
const whenMissed =
  "repeated without a network a call takes 20 us beside parsing, of which 5 are for a signal and timers, 5 for checking and writing parameters, 3 for the limiter and reading its headers, 2 for garbage, and the rest for many small things. Between calls of `fetch` the same takes two to three times as long (see the profiles), perhaps as code and garbage of those fill the caches. The signal, timers and bounded reading in a call by hand are 0.04 to 0.1 of it";

function judge({ size, concurrency }: CallCase, rounds: CallRounds): Goal {
  const ratios = ratiosToRaw(rounds, "ours", "cpuUs");
  const isMet = median(ratios) <= cpuGoal;
  return {
    name: `a call of ${size}, ${concurrency} at a time, client CPU: ours / raw fetch and JSON.parse`,
    goal: `at most ${formatRatio(cpuGoal)}`,
    measured: formatRatios(ratios),
    isMet,
    ...(isMet ? {} : { reason: `${describeExcess(median(ratios), cpuGoal)}; ${whenMissed}` }),
  };
}
