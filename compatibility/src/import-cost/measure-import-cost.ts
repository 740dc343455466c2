import { createConsumer } from "../consumer/create-consumer.ts";
import { alternate } from "./alternate.ts";
import { measureProcess } from "./measure-process.ts";
import { median } from "./median.ts";
import { readRoundCount } from "./read-round-count.ts";

// What importing costs over a bare Node.js, for the packed client and for the official one.
const programs = {
  bare: ["-e", "0"],
  empty: ["empty.mjs"],
  core: ["core.mjs"],
  client: ["client.mjs"],
  official: ["official.mjs"],
} as const;
type ProgramName = keyof typeof programs;
const names = Object.keys(programs) as ProgramName[]; // `keys` gives any text, and these are all keys
const goal = 1 / 15;

const roundCount = readRoundCount(21);
const consumer = await createConsumer({ official: true });
try {
  await consumer.write({
    "empty.mjs": "export {};\n",
    "core.mjs": 'import "@ldusage/client/core";\n',
    "client.mjs": 'import "@ldusage/client";\n',
    "official.mjs": 'await import("launchdarkly-api-typescript");\n',
  });
  const costs = await alternate(names, roundCount, (name) =>
    measureProcess(process.execPath, programs[name], consumer.folder),
  );
  const added = (name: ProgramName, of: "wallMs" | "cpuMs"): number =>
    median(costs[name].map((cost, round) => cost[of] - (costs.bare[round]?.[of] ?? Number.NaN)));
  const print = (text: string): boolean => process.stdout.write(`${text}\n`);

  const bare = median(costs.bare.map(({ wallMs }) => wallMs));
  print(`Node.js ${process.version}, ${roundCount} rounds; bare: ${bare.toFixed(0)} ms`);
  print("import      + wall ms   of official    + CPU ms   of official");
  for (const name of names.filter((other) => other !== "bare")) {
    const columns = (["wallMs", "cpuMs"] as const).map((of) => {
      const share = (added(name, of) / added("official", of)).toFixed(3);
      return `${added(name, of).toFixed(1).padStart(9)}   ${share.padStart(11)}`;
    });
    print(`${name.padEnd(9)} ${columns.join("   ")}`);
  }
  const share = added("client", "wallMs") / added("official", "wallMs");
  const verdict = share <= goal ? "met" : "missed";
  print(`goal: the client adds at most ${goal.toFixed(3)} of the official client's wall time: ${verdict}`);
} finally {
  await consumer.remove();
}
