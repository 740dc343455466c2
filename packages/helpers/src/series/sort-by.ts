/** Items in ascending order of a key; equal ones keep their order. */
export function sortBy<Item>(items: readonly Item[], keyOf: (item: Item) => string | number): Item[] {
  return items
    .map((item) => ({ item, key: keyOf(item) }))
    .sort((left, right) => (left.key < right.key ? -1 : Number(left.key > right.key)))
    .map(({ item }) => item);
}
