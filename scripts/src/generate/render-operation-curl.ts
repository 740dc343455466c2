import type { ServiceDescriptor } from "@ldusage/types/catalog";
import type { DescribedOperation } from "./render-parameters.ts";
import { sampleParameters, sampleRange } from "./sample-parameters.ts";

/** A call as lines of shell. Every character that a shell or Markdown could take for its own is encoded. */
export function renderCurl(described: DescribedOperation, service: ServiceDescriptor): string {
  const { descriptor } = described;
  const { from, to } = sampleRange(descriptor);
  const unitMs = descriptor.timeUnit === "s" ? 1000 : 1;
  const onWire = (date: string): string => String(Date.parse(date) / unitMs);
  const sample = sampleParameters(described, { from: onWire(from), to: onWire(to) });
  const sampleOf = (name: string): string => sample.find(([given]) => given === name)?.[1] ?? name;
  const inPath = descriptor.parameters.filter(({ place }) => place === "path").map(({ name }) => name);
  const query = new URLSearchParams(sample.filter(([name]) => !inPath.includes(name)));
  const path = descriptor.path.replace(/\{([^}]*)\}/g, (_hole, name: string) => pathSegment(sampleOf(name)));
  const url = `${service.servers.us}${path}${query.size === 0 ? "" : `?${query}`}`;
  const header = service.authenticationHeader.replace(/[^\w-]/g, "");
  return `curl ${shellText(new URL(url).href)} \\
  -H "${header}: $LD_ACCESS_TOKEN" \\
  -H ${shellText(`${service.versionHeader}: ${service.versionValue}`)}`;
}

// A form is stricter than a path, and takes any text: encodeURIComponent throws at half a surrogate pair.
function pathSegment(text: string): string {
  return String(new URLSearchParams([["", text]]))
    .slice("=".length)
    .replaceAll("+", "%20");
}

function shellText(text: string): string {
  return `'${text.replace(/[\s\p{Control}]+/gu, " ").replaceAll("'", "'\\''")}'`;
}
