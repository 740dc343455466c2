import { refuseOption } from "@ldusage/types/errors";
import { defaultSwitches, type Switches } from "../simulator-options.ts";
import { switchRules } from "./switch-rules.ts";

/**
 * The switches after a change. A switch that is given as `undefined` goes back to its default.
 *
 * @throws UsageInputError for a switch that there is not, and for a value that it cannot have.
 */
export function readSwitches(given: unknown, current: Switches): Switches {
  if (typeof given !== "object" || given === null || Array.isArray(given)) {
    throw refuseOption("switches", given, "it is no object of switches", "give { name: value }");
  }
  const changes = Object.entries(given).map(([name, value]: [string, unknown]) => {
    const wanted = value === undefined && isSwitchName(name) ? defaultSwitches[name] : value;
    return [name, checkSwitch(name, wanted)];
  });
  return { ...current, ...Object.fromEntries(changes) };
}

/** @returns The value as it is. @throws UsageInputError unless there is such a switch that can have it. */
export function checkSwitch(name: string, value: unknown): unknown {
  const rule = isSwitchName(name) ? switchRules[name] : undefined;
  if (rule === undefined) {
    const names = Object.keys(switchRules).join(", ");
    throw refuseOption(`switches.${name}`, value, "there is no such switch", `use one of ${names}`);
  }
  if (rule.accepts(value)) return value;
  throw refuseOption(
    `switches.${name}`,
    value,
    "it is none of the values of this switch",
    `give ${rule.wayOut}`,
  );
}

export function isSwitchName(name: string): name is keyof Switches {
  return Object.hasOwn(switchRules, name);
}
