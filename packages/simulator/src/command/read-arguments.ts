import { parseArgs } from "node:util";
import { refuseOption } from "@ldusage/types/errors";
import { epochMsOf } from "@ldusage/types/time";
import { type AccountSizeName, accountSizes } from "../account/account-size.ts";
import type { ListenOptions } from "../http/listen.ts";
import type { RateLimitOptions } from "../limits/rate-limit-options.ts";
import type { SimulatorOptions, Switches } from "../simulator-options.ts";
import { checkSwitch } from "../switches/read-switches.ts";

/** What the command is told to do. */
export type Order =
  | { readonly kind: "print-help" }
  | { readonly kind: "print-version" }
  | { readonly kind: "serve"; readonly simulator: SimulatorOptions; readonly place: ListenOptions };

const defaultPort = 4010;

const flags = {
  port: { type: "string" },
  host: { type: "string" },
  seed: { type: "string" },
  size: { type: "string" },
  days: { type: "string" },
  contexts: { type: "string" },
  now: { type: "string" },
  token: { type: "string" },
  switch: { type: "string", multiple: true },
  "rate-limit": { type: "string", multiple: true },
  latency: { type: "string" },
  help: { type: "boolean", short: "h" },
  version: { type: "boolean" },
} as const;

/**
 * Reads the words after the command's name.
 *
 * @throws UsageInputError for what is not understood.
 */
export function readArguments(args: readonly string[]): Order {
  const values = parse(args);
  if (values.help === true) return { kind: "print-help" };
  if (values.version === true) return { kind: "print-version" };
  const place = { port: readWholeNumber("--port", values.port) ?? defaultPort, host: values.host };
  return {
    kind: "serve",
    place,
    simulator: {
      seed: readWholeNumber("--seed", values.seed),
      size: readSize(values.size),
      days: readWholeNumber("--days", values.days),
      contexts: readWholeNumber("--contexts", values.contexts),
      nowMs: values.now === undefined ? Date.now : epochMsOf(values.now, { parameter: "--now" }),
      accessToken: values.token,
      latencyMs: readWholeNumber("--latency", values.latency),
      switches: readSwitchFlags(values.switch ?? []),
      rateLimit: readRateLimitFlags(values["rate-limit"] ?? []),
    },
  };
}

function parse(args: readonly string[]): ReturnType<typeof parseArgs<{ options: typeof flags }>>["values"] {
  try {
    return parseArgs({ args: [...args], options: flags, strict: true, allowPositionals: false }).values;
  } catch (error) {
    const isRefusal = error instanceof TypeError && "code" in error;
    if (!isRefusal) throw error;
    // Its first sentence says what is wrong, the others how to write what nobody wants to write here.
    const [problem = ""] = error.message.split(/[.\n]/);
    const isAmbiguous = problem.includes("ambiguous");
    throw refuseOption("arguments", args, problem, isAmbiguous ? "write --flag=value" : "see --help");
  }
}

function readSize(text: string | undefined): AccountSizeName | undefined {
  if (text === undefined) return undefined;
  const names = Object.keys(accountSizes) as AccountSizeName[]; // The table has these names and no others.
  const size = names.find((name) => name === text);
  if (size !== undefined) return size;
  throw refuseOption("--size", text, "there is no such size", `use one of ${names.join(", ")}`);
}

function readWholeNumber(flag: string, text: string | undefined): number | undefined {
  if (text === undefined) return undefined;
  const value = /^-?\d{1,16}$/.test(text) ? Number(text) : Number.NaN;
  if (Number.isSafeInteger(value)) return value;
  throw refuseOption(flag, text, "it is not a whole number", "give one in digits");
}

/** `name=value`, where the value is JSON or a word. */
function readSwitchFlags(texts: readonly string[]): Partial<Switches> {
  return Object.fromEntries(
    texts.map((text) => {
      const [name, value] = splitAtEquals("--switch", text);
      return [name, checkSwitch(name, readJson(value))];
    }),
  );
}

function readJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}

const budgets = ["global", "route", "windowMs", "resetSkewMs"] as const;

/** `name=number`, several in one flag with commas between them or in several flags. */
function readRateLimitFlags(texts: readonly string[]): RateLimitOptions | undefined {
  if (texts.length === 0) return undefined;
  const entries = texts
    .flatMap((text) => text.split(","))
    .map((text) => {
      const [name, value] = splitAtEquals("--rate-limit", text);
      if (budgets.some((budget) => budget === name)) return [name, readWholeNumber("--rate-limit", value)];
      throw refuseOption("--rate-limit", text, "there is no such limit", `use ${budgets.join(", ")}`);
    });
  return Object.fromEntries(entries);
}

function splitAtEquals(flag: string, text: string): [string, string] {
  const at = text.indexOf("=");
  if (at < 1) throw refuseOption(flag, text, "it has no name and value", "write name=value");
  return [text.slice(0, at), text.slice(at + 1)];
}
