import { runOrFail } from "../consumer/run-program.ts";
import { type CompilerVersion, compilerCommand } from "./compiler.ts";

/** Instantiations of types that one typed call may cost over an empty program. They are the same on every machine. */
export const instantiationBudget = 200;

/** What a compiler says of its work on a project. */
export interface CheckCost {
  readonly types: number;
  readonly instantiations: number;
  readonly memoryBytes: number;
  readonly checkMs: number;
  readonly totalMs: number;
}

/**
 * Checks a project, which must have no errors, and gives what the compiler says that it took.
 *
 * @param name The project's configuration is `tsconfig.<name>.json`.
 */
export async function measureCheck(
  version: CompilerVersion,
  folder: string,
  name: string,
): Promise<CheckCost> {
  const [command, ...args] = compilerCommand(version);
  const options = ["--project", `tsconfig.${name}.json`, "--extendedDiagnostics"];
  const output = await runOrFail(command, [...args, ...options], folder);
  const read = (label: string): number => {
    const figure = new RegExp(`^${label}:\\s+([\\d.]+)`, "m").exec(output)?.[1];
    if (figure === undefined) throw new Error(`TypeScript ${version} does not say its ${label}:\n${output}`);
    return Number(figure);
  };
  return {
    types: read("Types"),
    instantiations: read("Instantiations"),
    memoryBytes: read("Memory used") * 1024,
    checkMs: read("Check time") * 1000,
    totalMs: read("Total time") * 1000,
  };
}
