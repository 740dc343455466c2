import type { SyncedCopy } from "./synced-copy.ts";

/** A document with some of everything: what is new, what is gone, and what became stricter. */
export async function nextUpstream(copy: SyncedCopy): Promise<string> {
  const upstream = JSON.parse(await copy.read("spec/upstream.json"));
  const operation = (path: string) => upstream.paths[`/api/v2/usage/${path}`].get;
  const parameter = (path: string, name: string) =>
    operation(path).parameters.find((each: { name: string }) => each.name === name);
  const total = operation("total-mau");
  upstream.paths["/api/v2/usage/widgets"] = {
    get: { ...structuredClone(total), operationId: "getWidgets", summary: "Get widgets" },
  };
  total.description = total.description.replace("365 days", "180 days");
  operation("events/{type}").parameters.push({
    name: "browser",
    in: "query",
    description:
      "A browser to filter by. Can be specified multiple times. Valid values: `firefox`, `safari`.",
    schema: { type: "string" },
  });
  const source = parameter("streams/{source}", "source");
  source.description = source.description.replace("either `client`", "one of `client`, `edge`");
  for (const name of ["from", "to"]) {
    const end = parameter("serverside-contexts", name);
    end.description = end.description.replace("seconds", "milliseconds");
  }
  upstream.components.schemas.SdkListRep.properties.total = { type: "integer" };
  operation("mau/sdks").description += " It is a list of names.";
  return JSON.stringify(upstream);
}
