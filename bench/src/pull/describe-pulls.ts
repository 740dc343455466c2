import { median } from "../processes/median.ts";
import {
  describeExcess,
  formatMs,
  formatRange,
  formatRatio,
  formatRatios,
} from "../report/format-figures.ts";
import type { Budget, Goal, Section, Table } from "../report/section.ts";
import type { MeasuredPull, PullResults } from "./measure-pulls.ts";
import { type PullerName, pullerNames } from "./messages.ts";
import { lowerBoundMs, type PullCase } from "./pull-case.ts";

const boundGoal = 1.1;

/** What was measured of pulls, as a section of the results. */
export function describePulls(results: PullResults): Section {
  const cases = [...results.keys()];
  return {
    title: "pull of thirteen months",
    about,
    tables: [pullTable(results)],
    goals: cases.map((pullCase) => judge(results, pullCase)),
    budgets: cases.flatMap((pullCase) => limitRequests(results, pullCase)),
  };
}

const about =
  "Daily month-to-date counts of client-side users by SDK, October 2025 to October 2026, from a server in another process that answers after 50 ms and enforces an account's budget, which it tells in the headers of the API. All were found to give the same points; each has a process of its own that stays and is warm, with a new client for each pull. `hand` and `official` ask month after month and wait for the window's end after a refusal; the official client has no method for client-side users, so that it asks for all users, and the server answers alike. `ours` is `collectSeries` as it is by default, which asks for as much as one request may, except where it keeps final months; `ours-tuned` has as many requests at a time as the budget has room for. The bound is what the budget allows at the least: all windows but the last, and one answer.";

function pullsOf(results: PullResults, pullCase: PullCase, name: PullerName): readonly MeasuredPull[] {
  return results.get(pullCase)?.get(name) ?? [];
}

function ratiosToBound(results: PullResults, pullCase: PullCase, name: PullerName): number[] {
  return pullsOf(results, pullCase, name).map(({ wallMs }) => wallMs / lowerBoundMs(pullCase));
}

function pullTable(results: PullResults): Table {
  const rows = [...results.keys()].flatMap((pullCase) => [
    [pullCase.name, "bound", "", "", formatMs(lowerBoundMs(pullCase)), String(pullCase.requestCount), ""],
    ...pullerNames.map((name) => {
      const pulls = pullsOf(results, pullCase, name);
      const ratios = ratiosToBound(results, pullCase, name);
      return [
        ...[pullCase.name, name, formatRatio(median(ratios)), formatRange(ratios)],
        formatMs(median(pulls.map(({ wallMs }) => wallMs))),
        String(median(pulls.map(({ requestCount }) => requestCount))),
        String(median(pulls.map(({ refusalCount }) => refusalCount))),
      ];
    }),
  ]);
  return {
    columns: ["budget", "by", "it / bound", "range", "wall ms", "requests", "of them refused"],
    rows,
  };
}

function judge(results: PullResults, pullCase: PullCase): Goal {
  const ratios = ratiosToBound(results, pullCase, "ours");
  const isMet = median(ratios) <= boundGoal;
  return {
    name: `thirteen months, ${pullCase.name}, wall: ours / lower bound`,
    goal: `at most ${formatRatio(boundGoal)}`,
    measured: formatRatios(ratios),
    isMet,
    ...(isMet ? {} : { reason: describeExcess(median(ratios), boundGoal) }),
  };
}

function limitRequests(results: PullResults, pullCase: PullCase): Budget[] {
  const pulls = pullsOf(results, pullCase, "ours");
  const most = (figure: "requestCount" | "refusalCount"): number =>
    Math.max(...pulls.map((pull) => pull[figure]));
  return [
    {
      name: `thirteen months, ${pullCase.name}, requests`,
      limit: pullCase.requestCount,
      measured: most("requestCount"),
    },
    { name: `thirteen months, ${pullCase.name}, refusals`, limit: 0, measured: most("refusalCount") },
  ];
}
