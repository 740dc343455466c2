import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { load } from "js-yaml";

/** Rights of a job; `{}` is none. */
export type Permissions = Readonly<Record<string, string>>;

export interface Step {
  readonly name?: string;
  readonly uses?: string;
  readonly run?: string;
  readonly with?: Readonly<Record<string, unknown>>;
}

export interface Job {
  readonly "runs-on": string;
  readonly "timeout-minutes"?: number;
  readonly permissions?: Permissions;
  readonly steps: readonly Step[];
}

export interface Workflow {
  readonly name: string;
  readonly on: Readonly<Record<string, object | null>>;
  readonly permissions?: Permissions;
  readonly concurrency?: { readonly group: string; readonly "cancel-in-progress": unknown };
  readonly defaults?: { readonly run?: { readonly shell?: string } };
  readonly jobs: Readonly<Record<string, Job>>;
}

/** A workflow as it is written, and what it says. */
export interface WorkflowFile {
  readonly file: string;
  readonly text: string;
  readonly workflow: Workflow;
}

/** Reads all workflows of a repository. */
export async function readWorkflows(root: string): Promise<readonly WorkflowFile[]> {
  const folder = join(root, ".github/workflows");
  const read = async (file: string): Promise<WorkflowFile> => {
    const text = await readFile(join(folder, file), "utf8");
    // The linter of workflows, which runs over the same files, checks their shape.
    return { file, text, workflow: load(text) as Workflow };
  };
  return Promise.all((await readdir(folder)).sort().map(read));
}
