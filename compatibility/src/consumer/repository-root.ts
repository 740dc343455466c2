import { fileURLToPath } from "node:url";

/** The folder that holds `packages/` and `compatibility/`. */
export const repositoryRoot: string = fileURLToPath(new URL("../../../", import.meta.url));
