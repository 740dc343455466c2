import { catalog, type OperationDescriptor, service } from "@ldusage/types/catalog";

/** A call to copy, as one line of shell, that an accepted token turns into an answer. */
export function sampleCall(origin: string, accessToken: string | undefined): string {
  // The token is not told: whoever set it knows it.
  const token = accessToken === undefined ? "anything" : "$LD_ACCESS_TOKEN";
  const headers = [
    `${service.authenticationHeader}: ${token}`,
    `${service.versionHeader}: ${service.versionValue}`,
  ];
  // A host may hold a quote, which would end the text for the shell.
  const url = `${origin}${sampleTarget()}`.replaceAll("'", "%27");
  return ["curl", `'${url}'`, ...headers.map((header) => `-H "${header}"`)].join(" ");
}

/** Monthly users by SDK, or whatever comes first in a catalog that has no such operation. */
function sampleTarget(): string {
  const operations: readonly OperationDescriptor[] = Object.values(catalog);
  const isSample = ({ measure, population, groupBy }: OperationDescriptor): boolean =>
    measure === "distinct" && population.contextKinds === "primary" && groupBy !== null;
  const { path, groupBy } = operations.find(isSample) ?? catalogStart(operations);
  const breakdown = groupBy?.values.find(({ dimension }) => dimension === "sdk-name")?.value;
  return groupBy?.parameter && breakdown ? `${path}?${groupBy.parameter}=${breakdown}` : path;
}

function catalogStart(operations: readonly OperationDescriptor[]): OperationDescriptor {
  const [first] = operations;
  if (first === undefined) throw new RangeError("the catalog is empty");
  return first;
}
