import type { OperationDescriptor } from "@ldusage/types/catalog";
import type { Switches } from "../simulator-options.ts";

// The catalog does not say where a product is offered: these go by what comes after the common start of the paths.
const missingOutsideUs = ["observability", "vega-ai"];
const commonSegments = 3;

/** Whether an instance has an operation. */
export function isServedIn(region: Switches["region"], { path }: OperationDescriptor): boolean {
  const [product = ""] = path.split("/").slice(1 + commonSegments);
  return region === "us" || !missingOutsideUs.includes(product);
}
