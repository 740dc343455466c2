import type { OperationDescriptor } from "@ldusage/types/catalog";

const mostRelated = 5;
const leastLikeness = 5;

/** The operations that answer questions like those of one: the likest first, and those to be retired last. */
export function relatedOperations(
  operation: OperationDescriptor,
  operations: readonly OperationDescriptor[],
): OperationDescriptor[] {
  const rank = (other: OperationDescriptor): number =>
    likeness(operation, other) - (other.deprecated || other.retiring ? 100 : 0);
  return operations
    .filter((other) => other !== operation && likeness(operation, other) >= leastLikeness)
    .sort((left, right) => rank(right) - rank(left))
    .slice(0, mostRelated);
}

/** How much two operations have in common: words of their paths, what they count, and how they are asked. */
function likeness(left: OperationDescriptor, right: OperationDescriptor): number {
  const words = pathWords(right);
  const shared = pathWords(left).filter((word) => words.includes(word)).length;
  const whatTheyCount = [left.measure === right.measure, left.unit !== null && left.unit === right.unit];
  const howTheyAreAsked = [
    left.granularity.mode === right.granularity.mode,
    left.groupBy?.parameter === right.groupBy?.parameter,
    left.timeUnit === right.timeUnit,
    left.population.contextKinds === right.population.contextKinds,
  ];
  const count = (alike: readonly boolean[]): number => alike.filter(Boolean).length;
  return 4 * shared + 2 * count(whatTheyCount) + count(howTheyAreAsked);
}

/** The words of a path that not every path has, without its parameters. */
function pathWords({ path }: OperationDescriptor): string[] {
  const own = path.split("/").filter((segment) => !segment.startsWith("{"));
  return own.slice(ownSegments).flatMap((segment) => segment.split(/[^A-Za-z\d]+/));
}

// "", "api", the version and the API's own name.
const ownSegments = 4;
