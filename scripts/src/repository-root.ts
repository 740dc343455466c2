import { fileURLToPath } from "node:url";

/** The folder that holds `spec/` and `packages/`. */
export const repositoryRoot: string = fileURLToPath(new URL("../../", import.meta.url));
