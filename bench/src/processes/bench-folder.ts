import { fileURLToPath } from "node:url";

// Compiled programs are as deep below this folder as their sources.

/** The folder of this workspace member. */
export const benchFolder: string = fileURLToPath(new URL("../../", import.meta.url));

/** The folder that holds `packages/`. */
export const repositoryRoot: string = fileURLToPath(new URL("../../../", import.meta.url));
