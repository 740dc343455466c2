/**
 * Takes measurements in turn, round by round, so that a slow moment of the machine falls on all of them alike. Every
 * other round goes backwards.
 *
 * @returns the results of each measurement, one for each round.
 */
export async function alternate<Name extends string, Result>(
  names: readonly Name[],
  roundCount: number,
  measure: (name: Name) => Promise<Result>,
): Promise<ReadonlyMap<Name, readonly Result[]>> {
  const results = new Map<Name, Result[]>(names.map((name) => [name, []]));
  for (let round = 0; round < roundCount; round += 1) {
    for (const name of round % 2 === 0 ? names : names.toReversed()) {
      results.get(name)?.push(await measure(name));
    }
  }
  return results;
}
