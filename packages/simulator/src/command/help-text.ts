import { accountSizes } from "../account/account-size.ts";
import { defaultSwitches, type Switches } from "../simulator-options.ts";
import { switchRules } from "../switches/switch-rules.ts";

const usage = `Serves a simulated account over LaunchDarkly's Account usage (beta) API.

Usage: npx @ldusage/simulator [flags]

  --port <number>          TCP port, 0 for any free one (4010)
  --host <address>         Interface to listen on (127.0.0.1, this machine alone)
  --seed <number>          Decides every number (1)
  --size <name>            How much there is: ${Object.keys(accountSizes).join(", ")}
  --days <number>          Days of history (460, or those of the size)
  --contexts <number>      Contexts that the account ever saw (120, or those of the size)
  --now <time>             Stops the clock at an ISO 8601 date or time with offset (the clock of this machine)
  --token <text>           The access token to accept (any without spaces)
  --switch <name=value>    Sets a switch; may be repeated
  --rate-limit <name=n,…>  Limits requests: global, route, windowMs, resetSkewMs
  --latency <ms>           Waits before each answer (0)
  --help, --version

Switches, each with its default:
`;

/** What `--help` prints. */
export function helpText(): string {
  const names = Object.keys(switchRules).sort() as (keyof Switches)[]; // The table has these names and no others.
  const width = Math.max(...names.map((name) => name.length));
  const lines = names.flatMap((name) => [
    `  ${name.padEnd(width)}  ${JSON.stringify(defaultSwitches[name]) ?? "off"}`,
    `  ${" ".repeat(width)}  ${switchRules[name].standsFor}`,
    `  ${" ".repeat(width)}  Give ${switchRules[name].wayOut}.`,
  ]);
  return `${usage}${lines.join("\n")}\n`;
}
