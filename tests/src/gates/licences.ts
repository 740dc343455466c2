/** Licences that ask for no more than to be named. */
const permissive: ReadonlySet<string> = new Set([
  "0BSD",
  "Apache-2.0",
  "BSD-2-Clause",
  "BSD-3-Clause",
  "BlueOak-1.0.0",
  "CC0-1.0",
  "ISC",
  "MIT",
  "Python-2.0",
  "Unlicense",
]);

/** Whether a licence, as an SPDX expression, may be taken in a way that asks for no more than to be named. */
export function isPermissive(expression: string): boolean {
  const inner = expression.trim().replace(/^\(([^()]*)\)$/, "$1");
  if (/[()]/.test(inner)) return false;
  return inner
    .split(" OR ")
    .some((choice) => choice.split(" AND ").every((part) => permissive.has(part.trim())));
}

/** Tools that are used as they are and are no part of what is published. Each says why it is here. */
export const otherTools: readonly {
  readonly name: RegExp;
  readonly licence: string;
  readonly reason: string;
}[] = [
  { name: /^argparse$/, licence: "PSF-2.0", reason: "comes with js-yaml, for a command that nothing runs" },
  { name: /^axe-core$/, licence: "MPL-2.0", reason: "looks at the reference site in tests" },
  { name: /^lightningcss(?:-.+)?$/, licence: "MPL-2.0", reason: "comes with vitest" },
  {
    name: /^rollup-plugin-dts$/,
    licence: "LGPL-3.0-only",
    reason: "rolls declarations up, and adds nothing of itself to them",
  },
  {
    name: /^spawndamnit$/,
    licence: "Unknown",
    reason: "comes with changesets; its LICENSE is the text of MIT",
  },
];
