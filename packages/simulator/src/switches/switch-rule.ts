/** What a switch may be and which open question it stands for. */
export interface SwitchRule {
  /** The open question, in one line. */
  readonly standsFor: string;
  /** What is accepted, in words, to go after "give". */
  readonly wayOut: string;
  accepts(value: unknown): boolean;
}

/** The rule of a switch that is one of a few values. */
export function oneOf(values: readonly (string | number | boolean)[], standsFor: string): SwitchRule {
  const wayOut = `one of ${values.map((value) => JSON.stringify(value)).join(", ")}`;
  return { standsFor, wayOut, accepts: (value) => values.some((one) => one === value) };
}

/** The rule of a switch that is on or off. */
export function onOrOff(standsFor: string): SwitchRule {
  return oneOf([false, true], standsFor);
}

/** The rule of a switch that is off, as `undefined`, or an object with the given members and no others. */
export function offOr(
  members: Readonly<Record<string, (value: unknown) => boolean>>,
  wayOut: string,
  standsFor: string,
): SwitchRule {
  const accepts = (value: unknown): boolean => {
    if (value === undefined) return true;
    if (typeof value !== "object" || value === null) return false;
    const given = Object.entries(value);
    const isMember = ([name, member]: [string, unknown]): boolean =>
      Object.hasOwn(members, name) && members[name]?.(member) === true;
    return given.length === Object.keys(members).length && given.every(isMember);
  };
  return { standsFor, wayOut: `undefined or ${wayOut}`, accepts };
}

export function isWholeNumber(least: number, most: number): (value: unknown) => boolean {
  return (value) =>
    typeof value === "number" && Number.isSafeInteger(value) && value >= least && value <= most;
}
