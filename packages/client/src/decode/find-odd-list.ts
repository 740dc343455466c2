/** What is wrong with a list response; `undefined` when nothing is. */
export function findOddList(body: object, property: string): string | undefined {
  return Array.isArray(Reflect.get(body, property)) ? undefined : `"${property}" is not a list`;
}
