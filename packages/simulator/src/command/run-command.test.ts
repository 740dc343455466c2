import { execFile, spawn } from "node:child_process";
import { createServer } from "node:net";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { describe, expect, onTestFinished, test } from "vitest";
import { defaultSwitches } from "../simulator-options.ts";
import { type CommandResult, runCommand } from "./run-command.ts";

interface Ran {
  readonly result: CommandResult;
  readonly out: string;
  readonly error: string;
}

async function run(...args: string[]): Promise<Ran> {
  let [out, error] = ["", ""];
  const result = await runCommand(args, {
    version: "1.2.3",
    writeOut: (text) => {
      out += text;
    },
    writeError: (text) => {
      error += text;
    },
  });
  if ("server" in result) onTestFinished(() => result.server.close());
  return { result, out, error };
}

async function serve(...args: string[]): Promise<{ url: string; out: string }> {
  const { result, out, error } = await run("--port", "0", "--size", "tiny", ...args);
  expect(error).toBe("");
  if (!("server" in result)) throw new Error("it did not serve");
  return { url: result.server.url, out };
}

const headers = { Authorization: "api-test", "LD-API-Version": "beta" };
const ask = async (
  url: string,
  path: string,
): Promise<{ status: number; body: unknown; headers: Headers }> => {
  const answer = await fetch(`${url}/api/v2/usage/${path}`, { headers });
  return { status: answer.status, body: await answer.json(), headers: answer.headers };
};

describe("serving", () => {
  test("the first lines are the address and a call to copy", async () => {
    const { url, out } = await serve();
    expect(url).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/);
    expect(out).toBe(
      `Account usage simulator: ${url}\nTry: curl '${url}/api/v2/usage/clientside-mau?groupBy=sdkName' -H "Authorization: anything" -H "LD-API-Version: beta"\n`,
    );
    expect((await fetch(url)).status).toBe(200);
  });

  test("the same seed and time give the same answers, another seed others", async () => {
    const path = "total-mau?granularity=daily";
    const bodyOf = async (seed: string): Promise<unknown> =>
      (await ask((await serve(`--seed=${seed}`, "--now", "2026-03-31T12:00:00Z")).url, path)).body;
    const first = await bodyOf("7");
    expect(first).toMatchObject({ series: expect.arrayContaining([expect.anything()]) });
    expect(await bodyOf("7")).toEqual(first);
    expect(await bodyOf("-8")).not.toEqual(first);
  });

  test("without --now the clock is this machine's", async () => {
    const html = await (await fetch((await serve()).url)).text();
    const [, time = ""] =
      /Its clock says (\S+)\.</.exec(html.replaceAll("\n", " ")) ?? /Its clock says (\S+Z)/.exec(html) ?? [];
    expect(Math.abs(Date.now() - Date.parse(time))).toBeLessThan(60_000);
  });

  test("switches are set by name", async () => {
    const { url } = await serve(
      ...["--switch", "unknownParams=refuse", "--switch", "badSource=400"],
      ...["--switch", 'longGroupedRange={"days":31}', "--switch", "errorId=true"],
      ...["--now", "2026-03-31"],
    );
    expect((await ask(url, "total-mau?groupby=sdkName")).body).toMatchObject({
      message: "Unknown parameter: groupby",
      id: expect.any(String),
    });
    expect((await ask(url, "streams/browser")).status).toBe(400);
    const from = Date.UTC(2026, 0, 1);
    expect((await ask(url, `total-mau?groupBy=sdkName&from=${from}`)).body).toMatchObject({
      message: "Date range too large",
    });
  });

  test("limits are set by name, in one flag or several", async () => {
    const { url } = await serve("--rate-limit", "route=1,windowMs=60000", "--rate-limit", "global=50");
    const first = await ask(url, "total-mau");
    expect(first.headers.get("X-Ratelimit-Global-Remaining")).toBe("49");
    expect([first.status, (await ask(url, "total-mau")).status]).toEqual([200, 429]);
  });

  test("a token, a latency, days and contexts", async () => {
    const { url, out } = await serve(
      "--token",
      "api-SECRET",
      "--latency",
      "1",
      "--days",
      "3",
      "--contexts",
      "2",
    );
    expect((await ask(url, "total-mau")).status).toBe(401);
    expect(out).not.toContain("SECRET");
  });
});

test("--help tells of every flag and switch, and --version of the version", async () => {
  const { result, out } = await run("--help");
  expect(result).toEqual({ exitCode: 0 });
  for (const flag of [
    "port",
    "host",
    "seed",
    "size",
    "days",
    "contexts",
    "now",
    "token",
    "switch",
    "rate-limit",
    "latency",
  ])
    expect(out).toContain(`  --${flag} <`);
  for (const [name, value] of Object.entries(defaultSwitches))
    expect(out).toMatch(
      new RegExp(`^  ${name} +${(JSON.stringify(value) ?? "off").replaceAll(/[[\]]/g, "\\$&")}$`, "m"),
    );
  expect((await run("-h")).out).toBe(out);
  expect(await run("--version")).toEqual({ result: { exitCode: 0 }, out: "1.2.3\n", error: "" });
});

describe("one clear line and exit code 2", () => {
  const refused = "ldusage-simulator: ";
  test.each<[string[], string]>([
    [["--bogus"], "arguments = [\"--bogus\"] is refused: Unknown option '--bogus'; see --help."],
    [["serve"], "arguments = [\"serve\"] is refused: Unexpected argument 'serve'; see --help."],
    [
      ["--seed"],
      "arguments = [\"--seed\"] is refused: Option '--seed <value>' argument missing; see --help.",
    ],
    [
      ["--seed", "-8"],
      'arguments = ["--seed","-8"] is refused: Option \'--seed\' argument is ambiguous; write --flag=value.',
    ],
    [["--seed", "many"], '--seed = "many" is refused: it is not a whole number; give one in digits.'],
    [["--seed", ""], '--seed = "" is refused: it is not a whole number; give one in digits.'],
    [["--seed", "1e3"], '--seed = "1e3" is refused: it is not a whole number; give one in digits.'],
    [
      ["--seed", "9999999999999999"],
      '--seed = "9999999999999999" is refused: it is not a whole number; give one in digits.',
    ],
    [["--port", "http"], '--port = "http" is refused: it is not a whole number; give one in digits.'],
    [["--port", "65536"], "port = 65536 is refused: it is not a whole number from 0 to 65535; give one."],
    [["--host", ""], 'host = "" is refused: it is no name or address; give one such as 127.0.0.1.'],
    [
      ["--size", "huge"],
      '--size = "huge" is refused: there is no such size; use one of tiny, small, medium, large.',
    ],
    [["--days=-1"], "days = -1 is refused: it is not a whole number from 0 to 36600; give one."],
    [["--switch", "region"], '--switch = "region" is refused: it has no name and value; write name=value.'],
    [["--switch", "=us"], '--switch = "=us" is refused: it has no name and value; write name=value.'],
    [
      ["--switch", "region=mars"],
      'switches.region = "mars" is refused: it is none of the values of this switch; give one of "us", "eu", "federal".',
    ],
    [
      ["--rate-limit", "speed=1"],
      '--rate-limit = "speed=1" is refused: there is no such limit; use global, route, windowMs, resetSkewMs.',
    ],
    [
      ["--rate-limit", "route=few"],
      '--rate-limit = "few" is refused: it is not a whole number; give one in digits.',
    ],
    [
      ["--rate-limit", "windowMs=1"],
      'rateLimit = {"windowMs":1} is refused: it limits nothing; give global, route or both.',
    ],
    [
      ["--token", "a b"],
      'accessToken = "a b" is refused: it is not a text that a header can hold without spaces; give one such as api-test.',
    ],
    [
      ["--now", "today"],
      '--now = "today" is refused: it is not an ISO 8601 date, nor a date and time with an offset; write it like "2026-01-31" or "2026-01-31T10:00:00Z".',
    ],
    [
      ["--host", "203.0.113.1", "--port", "0"],
      "port 0 of 203.0.113.1 is not on this machine; give an address of it with --host.",
    ],
  ])("%j", async (args, line) => {
    expect(await run(...args)).toEqual({ result: { exitCode: 2 }, out: "", error: `${refused}${line}\n` });
  });

  test("a switch that there is not", async () => {
    const { result, error } = await run("--switch", "constructor=1");
    expect(result).toEqual({ exitCode: 2 });
    expect(error).toMatch(
      /^ldusage-simulator: switches\.constructor = 1 is refused: there is no such switch; use one of .+\.\n$/,
    );
  });

  test("a port in use", async () => {
    const other = createServer();
    await new Promise<void>((resolve) => other.listen(0, "127.0.0.1", resolve));
    onTestFinished(() => new Promise<void>((resolve) => void other.close(() => resolve())));
    const address = other.address();
    const port = typeof address === "object" ? String(address?.port) : "";
    expect(await run("--port", port, "--size", "tiny")).toEqual({
      result: { exitCode: 2 },
      out: "",
      error: `${refused}port ${port} of 127.0.0.1 is in use; give another port with --port, or --port 0 for any free one.\n`,
    });
  });
});

describe("as a program", () => {
  const program = fileURLToPath(new URL("../bin.ts", import.meta.url));
  const tsx = fileURLToPath(new URL("../../../../node_modules/.bin/tsx", import.meta.url));
  const args = (...rest: string[]): string[] => ["--conditions=@ldusage/source", program, ...rest];

  test("what is refused is one line on stderr, with exit code 2", async () => {
    const failure = await promisify(execFile)(tsx, args("--seed", "x")).catch((error: unknown) => error);
    expect(failure).toMatchObject({
      code: 2,
      stdout: "",
      stderr: 'ldusage-simulator: --seed = "x" is refused: it is not a whole number; give one in digits.\n',
    });
  });

  test("it serves until it is told to end, also when nobody reads what it says", async () => {
    const child = spawn(tsx, args("--port", "0", "--size", "tiny"), { stdio: ["ignore", "pipe", "inherit"] });
    onTestFinished(() => void child.kill("SIGKILL"));
    const url = await new Promise<string>((resolve) => {
      let out = "";
      child.stdout.on("data", (data) => {
        out += String(data);
        if (out.includes("Try:")) resolve(/http:\S+/.exec(out)?.[0] ?? "");
      });
    });
    child.stdout.destroy();
    expect((await fetch(url)).status).toBe(200);
    const code = new Promise((resolve) => child.once("exit", resolve));
    child.kill("SIGTERM");
    expect(await code).toBe(0);
  });
});
