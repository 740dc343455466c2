/** Fails unless two values are equal as JSON, whatever the order of members. */
export function expectEqual(actual: unknown, expected: unknown, what: string): void {
  const [found, wanted] = [toText(actual), toText(expected)];
  if (found !== wanted) throw new Error(`${what}: expected ${wanted}, found ${found}`);
}

/** Fails unless something holds. */
export function expectThat(holds: boolean, what: string): asserts holds {
  if (!holds) throw new Error(what);
}

/** Fails unless a value holds at least these members, at any depth. */
export function expectMembers(actual: unknown, expected: object, what: string): void {
  for (const [name, value] of Object.entries(expected)) {
    const found: unknown =
      typeof actual === "object" && actual !== null ? Reflect.get(actual, name) : undefined;
    expectEqual(found, value, `${what}, ${name} of ${describe(actual)}`);
  }
}

/** Fails unless a number lies between two others, both included. */
export function expectBetween(actual: number, least: number, most: number, what: string): void {
  const holds = actual >= least && actual <= most;
  expectThat(holds, `${what}: expected between ${least} and ${most}, found ${Math.round(actual)}`);
}

/** What a promise rejects with. Fails when it does not reject. */
export async function failureOf(promise: Promise<unknown>): Promise<unknown> {
  let value: unknown;
  try {
    value = await promise;
  } catch (reason) {
    return reason;
  }
  throw new Error(`expected a failure, found the value ${toText(value)}`);
}

/** What a busy machine may add to any time. Nothing that a case waits for would come at all without the client. */
export const slackMs = 2500;

/** Result and duration of some work, by the runtime's own clock. */
export async function timed<Value>(work: () => Promise<Value>): Promise<{ value: Value; elapsedMs: number }> {
  const startMs = performance.now();
  const value = await work();
  return { value, elapsedMs: performance.now() - startMs };
}

export async function sleep(durationMs: number): Promise<void> {
  await new Promise((resolve) => setTimeout(resolve, durationMs));
}

function describe(value: unknown): string {
  return value instanceof Error ? `${value.name} "${value.message}"` : toText(value);
}

function toText(value: unknown): string {
  const text = JSON.stringify(value, (_name, member: unknown) => {
    if (typeof member !== "object" || member === null || Array.isArray(member)) return member;
    const sorted = Object.entries(member).toSorted(([left], [right]) => (left < right ? -1 : 1));
    return Object.fromEntries(sorted);
  });
  return text === undefined ? String(value) : text.slice(0, 2000);
}
