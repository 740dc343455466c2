// What a child process does: asks a server for all targets, one after the other, again and again, and prints how many
// answers there were. `load-program.js <port> <seconds>`.
import { Agent, get } from "node:http";
import type { LoadMeasurement } from "./load-measurement.ts";
import { requestHeaders, targets } from "./targets.ts";

const concurrency = 16;
const warmUpSeconds = 0.5;

const [port = 0, seconds = 1] = process.argv.slice(2).map(Number);
const agent = new Agent({ keepAlive: true, maxSockets: concurrency });
let next = 0;
await load(warmUpSeconds);
const measurement: LoadMeasurement = await load(seconds);
agent.destroy();
process.stdout.write(JSON.stringify(measurement));

async function load(forSeconds: number): Promise<LoadMeasurement> {
  const startMs = performance.now();
  let [requests, bytes] = [0, 0];
  const lane = async (): Promise<void> => {
    while (performance.now() - startMs < forSeconds * 1000) {
      next += 1;
      // Not added at once: the sum would be read before the wait, and what others add meanwhile be lost.
      const length = await ask(targets[next % targets.length] ?? "");
      bytes += length;
      requests += 1;
    }
  };
  await Promise.all(Array.from({ length: concurrency }, lane));
  const requestsPerSecond = requests / ((performance.now() - startMs) / 1000);
  return { requestsPerSecond, bytesPerRequest: bytes / requests };
}

/** Bytes of the body. Rejects for any other status than 200. */
function ask(path: string): Promise<number> {
  return new Promise((resolve, reject) => {
    get({ host: "127.0.0.1", port, agent, path, headers: requestHeaders }, (response) => {
      if (response.statusCode !== 200) reject(new Error(`${path} is answered with ${response.statusCode}`));
      let bytes = 0;
      response
        .on("data", (piece: Buffer) => {
          bytes += piece.length;
        })
        .on("end", () => resolve(bytes))
        .on("error", reject);
    }).on("error", reject);
  });
}
