import { createConsumer } from "../consumer/create-consumer.ts";
import { alternate } from "../import-cost/alternate.ts";
import { measureProcess } from "../import-cost/measure-process.ts";
import { median } from "../import-cost/median.ts";
import { readRoundCount } from "../import-cost/read-round-count.ts";
import { compilerCommand, compilerVersions } from "./compiler.ts";
import { measuredFiles } from "./measured-programs.ts";

// CPU time that the check of one typed call adds to that of an empty program, for the packed client and for the
// official one.
const names = ["empty", "method", "request", "official"] as const;
const goal = 1 / 4;

const roundCount = readRoundCount(9);
const consumer = await createConsumer({ official: true });
try {
  await consumer.write(measuredFiles());
  process.stdout.write(`Node.js ${process.version}, ${roundCount} rounds; CPU ms, user and system\n`);
  for (const version of compilerVersions) {
    const [command, ...args] = compilerCommand(version);
    const costs = await alternate(names, roundCount, (name) =>
      measureProcess(command, [...args, "--project", `tsconfig.${name}.json`], consumer.folder),
    );
    const added = (name: (typeof names)[number]): readonly number[] =>
      costs[name].map(({ cpuMs }, round) => cpuMs - (costs.empty[round]?.cpuMs ?? Number.NaN));
    const official = added("official");
    const emptyMs = median(costs.empty.map(({ cpuMs }) => cpuMs)).toFixed(0);
    process.stdout.write(
      `TypeScript ${version}: empty ${emptyMs}, official +${median(official).toFixed(0)}\n`,
    );
    for (const name of ["method", "request"] as const) {
      const ours = added(name);
      const share = median(ours.map((cpuMs, round) => cpuMs / (official[round] ?? Number.NaN)));
      const verdict = share <= goal ? "met" : "missed";
      const figures = `+${median(ours).toFixed(0)}, ${share.toFixed(3)} of official`;
      process.stdout.write(`  ${name}: ${figures} (goal ${goal}: ${verdict})\n`);
    }
  }
} finally {
  await consumer.remove();
}
