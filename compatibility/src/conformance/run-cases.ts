import type { CaseResult, ConformanceCase, ConformanceEnvironment } from "./conformance-case.ts";
import { sleep } from "./expectations.ts";

const caseLimitMs = 8000;

export const unhandledName = "no rejection goes unhandled";

/** Runs cases one after the other and reports each. Never rejects because of a case. */
export async function runCases(
  cases: readonly ConformanceCase[],
  environment: ConformanceEnvironment,
  report: (result: CaseResult) => Promise<void>,
): Promise<void> {
  let current = "no case";
  const unhandled: string[] = [];
  watchUnhandledRejections((reason) => unhandled.push(`during "${current}": ${describeReason(reason)}`));
  for (const conformanceCase of cases) {
    current = conformanceCase.name;
    await report(await runCase(conformanceCase, environment));
  }
  // A rejection is known to be unhandled only after a turn of the event loop.
  await sleep(100);
  const failure = `${unhandled.length}, first\n${unhandled.slice(0, 3).join("\n")}`;
  await report(unhandled.length === 0 ? { name: unhandledName } : { name: unhandledName, failure });
}

async function runCase(
  { name, run }: ConformanceCase,
  environment: ConformanceEnvironment,
): Promise<CaseResult> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const limit = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new Error(`not settled after ${caseLimitMs} ms`)), caseLimitMs);
  });
  try {
    await Promise.race([run(environment), limit]);
    return { name };
  } catch (reason) {
    return { name, failure: describeReason(reason) };
  } finally {
    clearTimeout(timer);
  }
}

function watchUnhandledRejections(found: (reason: unknown) => void): void {
  // Node.js and Bun tell by the process, pages and workers by an event.
  if (typeof process === "object" && typeof process.on === "function") {
    process.on("unhandledRejection", found);
  } else {
    globalThis.addEventListener("unhandledrejection", (event) => {
      event.preventDefault();
      found(event.reason);
    });
  }
}

function describeReason(reason: unknown): string {
  return reason instanceof Error ? `${reason.name}: ${reason.message}` : String(reason);
}
