import { documentKinds } from "./document-kinds.ts";
import { factKinds } from "./fact-kinds.ts";

/** How a version has to grow so that our users are not surprised. */
export type Bump = "major" | "minor" | "patch";

export interface ChangeKindEntry {
  readonly bump: Bump;
  /** Why, as users read it in the changelog. */
  readonly reason: string;
}

/**
 * Every kind of change, with its class for those who use the packages from TypeScript: the client's methods and
 * `usage.raw`, the types, the catalog, the helpers and the simulator. What an upgrade can break is major, whether at
 * compile time, at run time or by giving other numbers for the same call; what it only adds is minor; what nobody can
 * notice in a program is a patch.
 */
export const changeKinds = { ...factKinds, ...documentKinds } satisfies Readonly<
  Record<string, ChangeKindEntry>
>;

export type ChangeKind = keyof typeof changeKinds;
