// What a child process does: serves the small account, or the same answers from a bare `node:http` server.
// `server-program.js simulator|node:http`. It says its port.
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { createSimulator } from "@ldusage/simulator";
import { requestHeaders, targets } from "./targets.ts";

const simulator = createSimulator({ size: "small", requestsKept: 0 });
process.send?.(process.argv[2] === "node:http" ? await serveRaw() : (await simulator.listen()).port);

async function serveRaw(): Promise<number> {
  const answers = new Map<string, { readonly headers: Record<string, string>; readonly body: Buffer }>();
  for (const target of targets) {
    const answer = await simulator.fetch(
      new Request(`http://simulator${target}`, { headers: requestHeaders }),
    );
    const body = Buffer.from(await answer.arrayBuffer());
    const headers = { ...Object.fromEntries(answer.headers), "Content-Length": String(body.length) };
    answers.set(target, { headers, body });
  }
  const server = createServer(({ url }, response) => {
    const answer = answers.get(url ?? "");
    response.writeHead(answer === undefined ? 404 : 200, answer?.headers).end(answer?.body);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  // A TCP server has an address object, never a pipe's name.
  return (server.address() as AddressInfo).port;
}
