import type { Digests } from "../program/implementation.ts";

/**
 * Compares what implementations give, by what is compared of them.
 *
 * @throws Error which names the first implementation that differs from another: what they cost cannot be compared.
 */
export function checkEqual(results: ReadonlyMap<string, Digests>, what: string): void {
  const expected = new Map<string, { readonly name: string; readonly digest: string }>();
  for (const [name, digests] of results) {
    for (const [of, digest] of Object.entries(digests)) {
      const first = expected.get(of) ?? { name, digest };
      expected.set(of, first);
      if (digest === first.digest) continue;
      throw new Error(
        `${what}: the ${of} of ${name} are ${digest}, not ${first.digest} like those of ${first.name}`,
      );
    }
  }
}
